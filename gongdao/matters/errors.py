"""What can go wrong at the doorway besides a lawful refusal (see engine.moves.Refused)."""


class DoorwayError(Exception):
    """Base; ``str(error)`` is a plain Chinese sentence for the person."""


class NotAllowed(DoorwayError):
    """This account or party may not act on this matter in that capacity."""


class Stale(DoorwayError):
    """Somebody else took a step since the page was opened; nothing was changed."""

    def __init__(self) -> None:
        super().__init__("这件事刚刚有了新进展。您填写的内容没有丢，请看一下最新情况再提交。")


class KeyReused(DoorwayError):
    """The idempotency key was used before for something else."""

    def __init__(self) -> None:
        super().__init__("这次提交的编号已经用于另一项办理，请刷新页面后重新提交。")


class UnknownFile(DoorwayError):
    """A fact points to a file that is not in the store."""

    def __init__(self) -> None:
        super().__init__("没有找到刚才上传的文件，请重新上传。")


class UnknownKind(DoorwayError):
    """A kind of dispute that is not in the table."""

    def __init__(self) -> None:
        super().__init__("没有这个纠纷种类，请从列出的里面选。")


class UnknownOffice(DoorwayError):
    """A fact points to an office that is not on the register."""

    def __init__(self) -> None:
        super().__init__("机构库里没有这个机构，请从列出的里面选。")
