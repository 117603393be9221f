"""What the answer to a hand-over from another body asks."""

from datetime import date

from pydantic import Field

from gongdao.procedures.engine.choices import Choice
from gongdao.procedures.engine.facts import Facts, Sealed, SealedLine, Text


class TakenHereFacts(Facts):
    """Signed for; who to ask."""

    taken_here_on: date = Field(title="回执的日期")
    ask_whom: SealedLine = Field("", title="联系人和电话")


class SentBackFacts(Facts):
    """Returned with reasons."""

    sent_back_reason: Sealed = Field(title="不办理的理由", min_length=2)
    road_instead: Text = Field("", title="应当由哪个单位办")


class ObjectionToSenderFacts(Facts):
    """An objection to a petition passed on wrongly (信访工作条例 art. 23)."""

    not_ours_reason: Sealed = Field(title="为什么不属于本机构的职权", min_length=4)
    competent_body: Text = Field("", title="应当由哪个单位办")


class SenderDecidesFacts(Facts):
    """What the sender made of the objection."""

    sender_decided_on: date = Field(title="对方答复的日期")


class ProgressHereFacts(Facts):
    """How far it has come here."""

    progress_here: Sealed = Field(title="办到哪一步了", description="不写谁说了什么", min_length=2)


class OutcomeHere(Choice):
    """What became of it here. Nothing of what was said."""

    AGREED = "agreed", "达成协议"
    NOT_AGREED = "not_agreed", "没有达成协议"
    NOT_TAKEN = "not_taken", "没有受理，或者当事人不愿意"
    OTHER = "other", "其他（见说明）"


class ReplyFacts(Facts):
    """The result for the sender."""

    replied_on: date = Field(title="反馈结果的日期")
    outcome_here: OutcomeHere = Field(title="结果")
    reply_text: Sealed = Field(title="结果说明", description="只写结果，不写谁在调解中说了什么", min_length=2)


class SenderRecallsFacts(Facts):
    """The sender no longer asks."""

    recalled_because: Sealed = Field("", title="对方为什么撤回")
