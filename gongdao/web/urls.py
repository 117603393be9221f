"""Every page and its address."""

from django.urls import path

from gongdao.web.citizen import aside, filing, progress, tell
from gongdao.web.desk import (
    auditing,
    calling,
    covering,
    handovers,
    matter,
    office,
    reminding,
    rostering,
    work,
)
from gongdao.web.desk import filing as desk_filing
from gongdao.web.desk.checks import check_triage, triage_accuracy
from gongdao.web.desk.figures import returns, statistics
from gongdao.web.lawbook import views as lawbook
from gongdao.web.register import finding, keeping
from gongdao.web.trends import briefing, forecast, overview, warning

urlpatterns = [
    path("", tell.home, name="home"),
    path("tell/", tell.tell, name="tell"),
    path("how/", tell.how, name="how"),
    path("display/", tell.display, name="display"),
    path("file/", filing.file, name="file"),
    path("file/later/", aside.go_on, name="go_on"),
    path("file/later/delete/", aside.throw_away, name="throw_away"),
    path("file/<slug:procedure>/", filing.file, name="file_for"),
    path("receipt/", filing.receipt, name="receipt"),
    path("progress/", progress.progress, name="progress"),
    path("mine/", progress.mine, name="mine"),
    path("mine/leave/", progress.forget, name="forget"),
    path("mine/<str:number>/<slug:code>/", progress.my_step, name="my_step"),
    path("mine/paper/<int:pk>.<str:form>", progress.my_paper, name="my_paper"),
    path("services/", finding.finding, name="finding"),
    path("law/", lawbook.find, name="law"),
    path("law/<str:name>/", lawbook.law, name="law_whole"),
    path("law/<str:name>/<str:number>/", lawbook.article, name="article"),
    path("desk/", work.desk, name="desk"),
    path("desk/matters/", work.matters, name="matters"),
    path("desk/caller/", calling.caller, name="caller"),
    path("desk/new/", desk_filing.new, name="new"),
    path("desk/new/<slug:procedure>/<slug:code>/", desk_filing.new, name="new_by"),
    path("desk/filed/", desk_filing.filed, name="filed"),
    path("desk/office/", office.office, name="office"),
    path("desk/handovers/", handovers.handovers, name="handovers"),
    path("desk/reminders/", reminding.reminding, name="reminders"),
    path("desk/roster/", rostering.rostering, name="roster"),
    path("desk/coverage/", covering.covering, name="coverage"),
    path("desk/coverage/<str:area>/<slug:service>/", covering.behind, name="coverage_behind"),
    path("desk/statistics/", statistics.statistics, name="statistics"),
    path("desk/statistics/matters/", statistics.statistics_matters, name="statistics_matters"),
    path("desk/returns/", returns.returns, name="returns"),
    path("desk/returns/<str:unit>/<str:code>/", returns.one_return, name="return"),
    path("desk/returns/<str:unit>/<str:code>/file.xlsx", returns.return_file, name="return_file"),
    path("desk/returns/<str:unit>/<str:code>/matters/", returns.return_matters, name="return_matters"),
    path("desk/register/<slug:part>/", keeping.register, name="register"),
    path("desk/register/<slug:part>/import/", keeping.importing, name="register_import"),
    path("desk/register/<slug:part>/<int:pk>/", keeping.entry, name="register_entry"),
    path("desk/triage/", triage_accuracy, name="triage_accuracy"),
    path("desk/audit/", auditing.audit, name="audit"),
    path("desk/paper/<int:pk>.<str:form>", matter.paper, name="paper"),
    path("desk/matter/<str:number>/", matter.matter, name="matter"),
    path("desk/matter/<str:number>/readers/", auditing.readers, name="readers"),
    path("desk/matter/<str:number>/triage/", check_triage, name="check_triage"),
    path("desk/matter/<str:number>/code/<slug:party>/", matter.give_code, name="give_code"),
    path("desk/matter/<str:number>/<slug:code>/", matter.step, name="step"),
    path("trends/", overview.overview, name="trends"),
    path("trends/compare/", overview.compare, name="compare"),
    path("trends/forecast/", forecast.forecast, name="forecast"),
    path("trends/warnings/", warning.warnings, name="warnings"),
    path("trends/warnings/<int:pk>/", warning.warning, name="warning"),
    path("trends/warnings/<int:pk>/themes.csv", warning.themes, name="warning_themes"),
    path("trends/briefings/", briefing.briefings, name="briefings"),
    path("trends/briefings/<int:pk>.<str:form>", briefing.briefing, name="briefing"),
]
