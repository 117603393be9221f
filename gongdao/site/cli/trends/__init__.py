"""gongdao trends: areas and kinds of dispute, never people. Each command has its own file here."""

from gongdao.site.cli.rooms import Rooms

# command → its file; imported only when asked for
_ROOMS = {
    "areas": "areas",
    "lake": "lake",
    "returns": "returns",
    "scan": "scan",
    "watch": "watch",
}
_WITHOUT_DJANGO = {"scan"}

trends = Rooms(
    name="trends",
    package="gongdao.site.cli.trends",
    rooms=_ROOMS,
    without_django=_WITHOUT_DJANGO,
    help="纠纷走势：统计、发现异常增多、预警、研判报告",
)
