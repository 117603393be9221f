"""The gongdao command. Each room has its own file; this one only gathers them."""

from gongdao.site.cli.rooms import Rooms

# command → its room's file, imported only when asked for
_ROOMS = {
    "law": "law",
    "procedures": "procedures",
    "triage": "triage",
    "learn": "learn",
    "trends": "trends",
    "keys": "keys",
    "people": "people",
    "roles": "people",
    "audit": "audit",
    "legal-aid": "legal_aid",
    "register": "register",
    "exchange": "exchange",
    "demo": "demo",
    "serve": "serve",
    "manage": "manage",
    "openapi": "openapi",
}
# trends decides for each of its own commands
_WITHOUT_DJANGO = {"law", "procedures", "triage", "learn", "trends"}


main = Rooms(
    name="gongdao",
    package="gongdao.site.cli",
    rooms=_ROOMS,
    without_django=_WITHOUT_DJANGO,
    help="公道：司法行政公共法律服务平台",
)
