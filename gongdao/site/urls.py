"""Every address: sign-in, the interface for programs, and the pages."""

from django.urls import include, path

from gongdao.api.interface import api

urlpatterns = [
    path("accounts/", include("allauth.urls")),
    path("api/", api.urls),
    path("", include("gongdao.web.urls")),
]

handler404 = "gongdao.web.errors.not_found"
handler403 = "gongdao.web.errors.not_allowed"
handler500 = "gongdao.web.errors.broken"
