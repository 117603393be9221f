"""What the pages of a demo show beside: accounts on the sign-in page, receipts on the progress page."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from gongdao.site.demo.accounts import demo_accounts, demo_receipts


def demo_city(request: HttpRequest) -> dict[str, Any]:
    """Nothing outside a demo."""
    if not settings.GONGDAO_DEMO:
        return {}
    if request.path == reverse("account_login"):
        found = demo_accounts()
        return {"demo_accounts": found, "demo_password": found[0].password if found else ""}
    if request.path == reverse("progress"):
        return {"demo_receipts": demo_receipts()}
    return {}
