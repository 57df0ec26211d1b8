"""The three models that a Wagtail site may replace, all replaced."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class CityUser(AbstractUser):
    """A person with a department."""

    department = models.CharField(max_length=100, blank=True)


class CityDocument(AbstractDocument):
    """A document with its number in the city's register of papers."""

    registry_number = models.CharField(max_length=40, blank=True)
    admin_form_fields = (*Document.admin_form_fields, "registry_number")


class CityImage(AbstractImage):
    """An image with the name of who took it."""

    photographer = models.CharField(max_length=100, blank=True)
    admin_form_fields = (*Image.admin_form_fields, "photographer")


class CityRendition(AbstractRendition):
    """A resized image."""

    image = models.ForeignKey(CityImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
