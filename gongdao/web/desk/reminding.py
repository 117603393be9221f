"""What is due within a week under agreements, with a message that says nothing of what."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from gongdao.people.models import Account
from gongdao.web.desk.acting import staff_only
from gongdao.web.instalments import reminders


@require_GET
@staff_only
def reminding(request: HttpRequest, account: Account) -> HttpResponse:
    """The list; a person sends the message, in the way the party asked for."""
    return render(request, "desk/reminders.html", {"reminders": reminders(account, timezone.now())})
