"""Every address: sign-in, the interface for programs, and the pages."""

from django.urls import include, path

urlpatterns = [
    path("accounts/", include("allauth.urls")),
]
