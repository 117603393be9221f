"""A dispute with the columns of a matter, its states in django-fsm-2, its past in django-simple-history."""

from datetime import datetime

from django.db import models, transaction
from django.db.models import Q
from django_fsm import FSMField, has_transition_perm, transition
from simple_history.models import HistoricalRecords

from gongdao.people.models import Account, Post


def may_act(dispute: "Dispute", account: Account) -> bool:
    """Whether the account holds a post in the dispute's office that day."""
    held = Post.objects.filter(
        Q(ends__isnull=True) | Q(ends__gte=dispute.changed_at.date()), account=account, office_id=dispute.office_id,
        starts__lte=dispute.changed_at.date(), role__in=("committee_clerk", "committee_head"),
    )  # fmt: skip
    return held.exists()


class Dispute(models.Model):
    """What a matter is here."""

    number = models.CharField(max_length=20, unique=True)
    state = FSMField(default="asking", max_length=60, protected=False)
    office = models.ForeignKey("people.Office", models.PROTECT, related_name="+")
    owner = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")
    area = models.ForeignKey("people.Area", models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=60, blank=True)
    next_due = models.DateTimeField(null=True)
    opened_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    contact_party = models.CharField(max_length=8, blank=True)
    contact_by = models.CharField(max_length=200, blank=True)
    contact_note = models.TextField(blank=True)
    history = HistoricalRecords()

    class Meta:
        indexes = [models.Index(fields=["office", "closed_at", "next_due"])]

    def __str__(self) -> str:
        return self.number

    @transition(field=state, source="asking", target="asking", permission=may_act)
    def note_contact(self, party: str, by: str, note: str) -> None:
        """Somebody was called."""
        self.contact_party, self.contact_by, self.contact_note = party, by, note


def take_transition(pk: int, account: Account, at: datetime, note: str) -> None:
    """One transition as such an application does it: lock, ask whether it is allowed, change, save with history."""
    with transaction.atomic():
        dispute = Dispute.objects.select_for_update(of=("self",)).select_related("office").get(pk=pk)
        dispute.changed_at = at
        if not has_transition_perm(dispute.note_contact, account):
            raise PermissionError
        dispute.note_contact("p2", "电话", note)
        dispute._history_user = account
        dispute.save()
