"""Django's command for tools that expect it."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongdao.site.settings")
    execute_from_command_line(sys.argv)
