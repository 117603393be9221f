"""A figure that an office fills in moves the deadlines of the matters it is already handling."""

from gongdao.matters.audit import verify_projections
from gongdao.matters.office_settings import set_setting
from tests.matters.playing import play_steps
from tests.world import BY, World, now_on


def test_open_matters_follow_a_new_figure_at_once(world: World) -> None:
    taker = play_steps(world, ("2025-03-03", "申请人", "申请调解"), ("2025-03-04", "调委会", "受理"))
    assert taker.matter
    assert set_setting(world.committee, "general_target_days", 20, **BY) == 1
    taker.matter.refresh_from_db()
    assert taker.matter.next_due
    assert taker.matter.next_due.date() == now_on("2025-03-24").date()
    assert list(verify_projections()) == []
    assert set_setting(world.committee, "general_target_days", None, **BY) == 1
    taker.matter.refresh_from_db()
    assert taker.matter.next_due is None
    assert list(verify_projections()) == []
