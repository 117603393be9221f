"""Who: staff accounts and the posts they hold. Citizens have no account."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by user name; they are made by actions.create_account."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(username=username)


class Account(AbstractBaseUser):
    """Somebody who works here. What they may do comes from their posts alone."""

    username = models.CharField("用户名", max_length=40, unique=True)
    display_name = models.CharField("姓名", max_length=40)
    email = models.EmailField("电子邮箱", blank=True)
    phone_sealed = models.BinaryField("电话（加密）", null=True)
    is_active = models.BooleanField("在用", default=True)

    objects = AccountManager()
    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"

    # A mediator's name in that capacity is public: it stands on the committee's board and on every paper.
    personal_fields = frozenset({"email", "phone_sealed", "password", "last_login"})
    plain_fields = frozenset({"id", "username", "display_name", "is_active"})

    def __str__(self) -> str:
        return self.display_name


class Post(models.Model):
    """An account works in an office in a role from a day to a day (人民调解法 art. 9: a term is three years)."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="posts", verbose_name="人员")
    office = models.ForeignKey("people.Office", models.PROTECT, related_name="posts", verbose_name="机构")
    role = models.CharField("角色", max_length=40)
    starts = models.DateField("自")
    ends = models.DateField("至", null=True)
    ended_because = models.CharField("结束原因", max_length=120, blank=True)

    personal_fields = frozenset({"ended_because"})
    plain_fields = frozenset({"id", "account", "office", "role", "starts", "ends"})

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__isnull=True) | models.Q(ends__gte=models.F("starts")),
                name="post_ends_after_start",
            )
        ]

    def __str__(self) -> str:
        return f"{self.account} · {self.office} · {self.role}"
