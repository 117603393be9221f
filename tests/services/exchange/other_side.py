"""The system of another body, as small as it can be: keys of its own, packages and signed requests."""

import json
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.test import Client
from django.utils import timezone

from gongdao.api.partners import signature
from gongdao.procedures.engine.recording import canonical
from gongdao.services.exchange import envelope, keys
from gongdao.services.exchange.actions import register_partner
from gongdao.services.exchange.holding import own_code
from gongdao.services.exchange.models import Partner
from tests.world import BY, World, outside


@dataclass
class OtherSide:
    """``partner`` is how the house knows it."""

    partner: Partner
    keys: keys.OwnKeys
    ours: keys.OwnKeys
    _client: Client = field(default_factory=Client)

    @property
    def code(self) -> str:
        return self.partner.office.code

    def package(
        self,
        *messages: dict[str, Any],
        wanted: str = "messages",
        held: dict[str, str] | None = None,
        to: str = "",
    ) -> str:
        """A package for the house."""
        made = envelope.pack(
            {wanted: list(messages), "held": held or {}}, sender=self.code, receiver=to or own_code(), made_at="2025-03-10",
            signing=self.keys.signing, to=self.ours.sealing.public_key(),
        )  # fmt: skip
        return canonical(made)

    def open(self, text: str) -> Any:
        """What the house has sealed for this body."""
        signer = Ed25519PublicKey.from_public_bytes(bytes.fromhex(self.ours.public[0]))
        return envelope.unpack(
            envelope.read(text), receiver=self.code, signer=signer, sealing=self.keys.sealing
        )

    def request(
        self,
        method: str,
        path: str,
        content: Any = None,
        *,
        time: str = "",
        changed: bytes | None = None,
        to: str = "",
    ) -> Any:
        """A signed request; ``changed`` is what arrives instead of the body that was signed, ``to`` for whom it was."""
        body = b"" if content is None else json.dumps(content, ensure_ascii=False, default=str).encode()
        moment = time or timezone.now().isoformat()
        signed = signature(self.keys.signing, self.code, to or own_code(), method, path, moment, body)
        sent = body if changed is None else changed
        return self._client.generic(
            method, path, sent, content_type="application/json", HTTP_X_EXCHANGE=signed
        )


def other_side(world: World) -> OtherSide:
    """The county's governance centre, registered with keys of its own."""
    made = keys.new_keys()
    ours = keys.own_keys() if keys.path().exists() else keys.create()
    signing, sealing = made.public
    return OtherSide(register_partner(outside(world), signing=signing, sealing=sealing, **BY), made, ours)


def handover(number: str = "综〔2025〕7号", **changed: Any) -> dict[str, Any]:
    """A dispute that the governance centre hands in."""
    return {
        "kind": "handover", "id": f"m-{number}", "number": number, "on": "2025-03-10", "office": "TWH", "body": "governance",
        "dispute": "邻里", "story": "两家为了排水沟吵了起来，请调解。", "applicants": [{"name": "甲示例", "phone": "00011112222"}],
        "respondents": [{"name": "乙示例"}],
    } | changed  # fmt: skip
