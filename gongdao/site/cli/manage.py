"""Django's own commands: gongdao manage migrate."""

import click
from django.core.management import execute_from_command_line


@click.command(
    context_settings={"ignore_unknown_options": True, "allow_extra_args": True}, add_help_option=False
)
@click.pass_context
def manage(ctx: click.Context) -> None:
    """运行 Django 管理命令"""
    execute_from_command_line(["gongdao manage", *ctx.args])
