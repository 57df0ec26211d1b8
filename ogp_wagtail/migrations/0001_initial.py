import uuid

import django.core.serializers.json
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
import wagtail.contrib.routable_page.models
import wagtail.fields
from django.conf import settings
from django.db import migrations, models
from wagtail.documents import get_document_model_string


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        migrations.swappable_dependency(get_document_model_string()),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ClockEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60, unique=True)),
                ("last_run_at", models.DateTimeField(blank=True, null=True)),
                ("due_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "verbose_name": "clock entry",
                "verbose_name_plural": "clock entries",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Commitment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("code", models.SlugField(max_length=40, verbose_name="code")),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                ("scope", models.CharField(max_length=40, verbose_name="scope")),
                ("start", models.DateField(verbose_name="first day")),
                ("end", models.DateField(verbose_name="last day")),
                ("policy_areas", models.JSONField(blank=True, default=list, verbose_name="policy areas")),
                ("sectors", models.JSONField(blank=True, default=list, verbose_name="sectors")),
                ("ogp_values", models.JSONField(blank=True, default=list, verbose_name="OGP values")),
                (
                    "resources_secured",
                    models.CharField(blank=True, max_length=40, verbose_name="resources secured"),
                ),
                ("goals", models.JSONField(blank=True, default=list, verbose_name="goals")),
                (
                    "baseline_value",
                    models.CharField(blank=True, max_length=60, verbose_name="figure to start from"),
                ),
                (
                    "baseline_unit",
                    models.CharField(blank=True, max_length=255, verbose_name="what the figure counts"),
                ),
                ("baseline_on", models.DateField(blank=True, null=True, verbose_name="day of the figure")),
                (
                    "development_goals",
                    models.JSONField(blank=True, default=list, verbose_name="Sustainable Development Goals"),
                ),
                ("included_on", models.DateField(blank=True, null=True, verbose_name="included on")),
                ("submitted_on", models.DateField(blank=True, null=True, verbose_name="submitted on")),
                ("implemented_on", models.DateField(blank=True, null=True, verbose_name="implemented on")),
                ("assessed_on", models.DateField(blank=True, null=True, verbose_name="assessed on")),
                ("released_on", models.DateField(blank=True, null=True, verbose_name="slot released on")),
                ("withdrawn_on", models.DateField(blank=True, null=True, verbose_name="withdrawn on")),
                ("withdrawn_reason", models.TextField(blank=True, verbose_name="reason of the withdrawal")),
            ],
            options={
                "verbose_name": "commitment",
                "verbose_name_plural": "commitments",
                "ordering": ["plan", "code"],
            },
        ),
        migrations.CreateModel(
            name="CommitmentPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "code",
                    models.SlugField(
                        blank=True,
                        help_text="For instance C1. Given when left empty.",
                        max_length=40,
                        verbose_name="code",
                    ),
                ),
                (
                    "scope",
                    models.CharField(
                        default="separate",
                        help_text="Separate: of exactly one jurisdiction. Joint: of every jurisdiction of the coalition.",
                        max_length=40,
                        verbose_name="scope",
                    ),
                ),
                ("start", models.DateField(blank=True, null=True, verbose_name="2 First day")),
                (
                    "end",
                    models.DateField(
                        blank=True,
                        help_text="At least twelve months after the first day.",
                        null=True,
                        verbose_name="2 Last day",
                    ),
                ),
                (
                    "problem",
                    wagtail.fields.RichTextField(
                        blank=True,
                        help_text="The real-world problem, not the absence of a tool.",
                        verbose_name="6 Problem",
                    ),
                ),
                (
                    "status_quo",
                    wagtail.fields.RichTextField(
                        blank=True,
                        help_text="Ideally with a figure to start from.",
                        verbose_name="7 Status quo",
                    ),
                ),
                (
                    "baseline_value",
                    models.CharField(
                        blank=True,
                        help_text="Optional, for instance 26.",
                        max_length=60,
                        verbose_name="7 Figure to start from",
                    ),
                ),
                (
                    "baseline_unit",
                    models.CharField(
                        blank=True,
                        help_text="For instance % of complaints unprocessed.",
                        max_length=255,
                        verbose_name="what it counts",
                    ),
                ),
                ("baseline_on", models.DateField(blank=True, null=True, verbose_name="as of")),
                (
                    "action",
                    wagtail.fields.RichTextField(
                        blank=True,
                        help_text="What is done, with its expected results and objective.",
                        verbose_name="8 Action",
                    ),
                ),
                (
                    "results",
                    wagtail.fields.RichTextField(
                        blank=True,
                        help_text="How it helps to solve the problem.",
                        verbose_name="9 Outputs and outcomes",
                    ),
                ),
                (
                    "goals",
                    models.JSONField(
                        blank=True, default=list, verbose_name="10 Long-term goals it relates to"
                    ),
                ),
                (
                    "contribution_to_goals",
                    wagtail.fields.RichTextField(
                        blank=True,
                        help_text="Name the medium-term goal of item 4.4 to which it is a step (QUAL-08).",
                        verbose_name="10 How it leads to the goals",
                    ),
                ),
                (
                    "policy_areas",
                    models.JSONField(
                        blank=True, default=list, help_text="One or two.", verbose_name="11 Policy areas"
                    ),
                ),
                (
                    "sectors",
                    models.JSONField(
                        blank=True, default=list, help_text="One or two.", verbose_name="12 Sectors"
                    ),
                ),
                (
                    "ogp_values",
                    models.JSONField(
                        blank=True, default=list, help_text="At least one.", verbose_name="13 OGP values"
                    ),
                ),
                (
                    "resources_secured",
                    models.CharField(blank=True, max_length=40, verbose_name="15 Are the resources secured?"),
                ),
                (
                    "additional_information",
                    wagtail.fields.RichTextField(
                        blank=True,
                        help_text="Optional: other programmes, development goals, gender.",
                        verbose_name="16 Additional information",
                    ),
                ),
                (
                    "other_programmes",
                    wagtail.fields.RichTextField(
                        blank=True,
                        help_text="Optional.",
                        verbose_name="16 Links to other government programmes",
                    ),
                ),
                (
                    "development_plans",
                    wagtail.fields.RichTextField(
                        blank=True,
                        help_text="Optional.",
                        verbose_name="16 Links to the national development plan and to sector or local plans",
                    ),
                ),
                (
                    "development_goals",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="Optional.",
                        verbose_name="16 Sustainable Development Goals",
                    ),
                ),
                (
                    "gender_analysis",
                    wagtail.fields.RichTextField(
                        blank=True,
                        help_text="Optional.",
                        verbose_name="16 Analysis from a gender perspective",
                    ),
                ),
            ],
            options={
                "verbose_name": "commitment",
                "verbose_name_plural": "commitments",
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="Country",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        help_text="Two letters, ISO 3166-1, for instance CO.",
                        max_length=2,
                        unique=True,
                        verbose_name="code",
                    ),
                ),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                ("ogp_member", models.BooleanField(default=True, verbose_name="member of OGP")),
                (
                    "good_standing",
                    models.BooleanField(
                        default=True,
                        help_text="Only jurisdictions of member countries in good standing may apply to join (ELIG-01).",
                        verbose_name="in good standing",
                    ),
                ),
            ],
            options={
                "verbose_name": "country",
                "verbose_name_plural": "countries",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="IndexChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("passage", models.BigIntegerField()),
            ],
            options={
                "verbose_name": "change of the search index",
                "verbose_name_plural": "changes of the search index",
            },
        ),
        migrations.CreateModel(
            name="IndexedToken",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token", models.CharField(max_length=80, unique=True)),
                ("documents", models.IntegerField(default=0)),
            ],
            options={
                "verbose_name": "indexed word",
                "verbose_name_plural": "indexed words",
            },
        ),
        migrations.CreateModel(
            name="IndexMirror",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("writer", models.CharField(blank=True, max_length=32)),
                ("writes_until", models.DateTimeField(null=True)),
                ("filling", models.CharField(blank=True, max_length=200)),
                ("filled_to", models.BigIntegerField(default=0)),
                (
                    "compared_at",
                    models.DateTimeField(null=True, verbose_name="compared with the database on"),
                ),
                ("away_since", models.DateTimeField(null=True, verbose_name="away since")),
                ("error", models.CharField(blank=True, max_length=500, verbose_name="error")),
            ],
            options={
                "verbose_name": "search server",
                "verbose_name_plural": "search servers",
            },
        ),
        migrations.CreateModel(
            name="IrmPublication",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=40, verbose_name="kind")),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                (
                    "url",
                    models.URLField(
                        help_text="On the website of OGP. The plan's page links to reflections (ROLE-12).",
                        verbose_name="address",
                    ),
                ),
                ("published_on", models.DateField(verbose_name="published on")),
            ],
            options={
                "verbose_name": "publication of the IRM",
                "verbose_name_plural": "publications of the IRM",
                "ordering": ["-published_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="MeetingPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "noticed_on",
                    models.DateField(
                        blank=True,
                        help_text="The day on which the public was told of the meeting: before it (MEET-06).",
                        null=True,
                        verbose_name="announced on",
                    ),
                ),
                (
                    "documents_shared_on",
                    models.DateField(
                        blank=True,
                        help_text="The day on which agenda and documents were sent or published: before the meeting (REC-02).",
                        null=True,
                        verbose_name="documents shared on",
                    ),
                ),
                (
                    "minutes_published_on",
                    models.DateField(
                        blank=True,
                        help_text="Empty: the day on which this page is first published with minutes (MEET-06).",
                        null=True,
                        verbose_name="minutes published on",
                    ),
                ),
                ("held_on", models.DateField(blank=True, null=True, verbose_name="held on")),
                ("purposes", models.JSONField(blank=True, default=list, verbose_name="purposes")),
                ("mode", models.CharField(blank=True, max_length=40, verbose_name="form")),
                ("space", models.CharField(blank=True, max_length=255, verbose_name="space for dialogue")),
                ("agenda", wagtail.fields.RichTextField(blank=True, verbose_name="agenda")),
                ("minutes", wagtail.fields.RichTextField(blank=True, verbose_name="minutes")),
                ("decisions", wagtail.fields.RichTextField(blank=True, verbose_name="decisions")),
                (
                    "commitments",
                    models.JSONField(blank=True, default=list, verbose_name="commitments discussed"),
                ),
                (
                    "jurisdictions",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="Which members of the coalition the meeting was of. None ticked: all of them (COAL-13).",
                        verbose_name="members present",
                    ),
                ),
            ],
            options={
                "verbose_name": "meeting",
                "verbose_name_plural": "meetings",
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="OpenGovernmentPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                ("introduction", wagtail.fields.RichTextField(blank=True, verbose_name="introduction")),
            ],
            options={
                "verbose_name": "open government landing page",
                "verbose_name_plural": "open government landing pages",
            },
            bases=(wagtail.contrib.routable_page.models.RoutablePageMixin, "wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="SearchIndex",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("passages", models.PositiveIntegerField(default=0)),
                ("average_length", models.FloatField(default=300.0)),
                ("rebuild_began_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "search index",
                "verbose_name_plural": "search indexes",
            },
        ),
        migrations.CreateModel(
            name="Synonyms",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "words",
                    models.CharField(
                        help_text="Divided by commas, for instance: POC, point of contact. Phrases are fine.",
                        max_length=500,
                        verbose_name="words that mean the same",
                    ),
                ),
            ],
            options={
                "verbose_name": "synonyms",
                "verbose_name_plural": "synonyms",
                "ordering": ["words"],
            },
        ),
        migrations.CreateModel(
            name="Worker",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, unique=True)),
                ("queues", models.JSONField(blank=True, default=list)),
                ("started_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("seen_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "verbose_name": "worker",
                "verbose_name_plural": "workers",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="ActionPlanPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "code",
                    models.SlugField(
                        blank=True,
                        help_text="Names the plan in addresses and commands. Made from the title when left empty.",
                        max_length=40,
                        verbose_name="short code",
                    ),
                ),
                (
                    "period_basis",
                    models.CharField(
                        blank=True, default="elected-term", max_length=40, verbose_name="basis of the period"
                    ),
                ),
                (
                    "period_start",
                    models.DateField(
                        blank=True,
                        help_text="First plan: the day the jurisdiction joined OGP Local. Later plans: the day you declare.",
                        null=True,
                        verbose_name="first day of the plan",
                    ),
                ),
                (
                    "period_end",
                    models.DateField(
                        blank=True,
                        help_text="Item 1.2. At the latest two months before the term ends; of a coalition, the latest term.",
                        null=True,
                        verbose_name="last day of the plan",
                    ),
                ),
                (
                    "vision_origin",
                    models.CharField(
                        blank=True,
                        help_text="Whether this vision is new or a revision of an earlier one (PLAN-COMP-02).",
                        max_length=40,
                        verbose_name="4 New or revised",
                    ),
                ),
                (
                    "previous_vision",
                    models.URLField(
                        blank=True,
                        help_text="Of a revision: where the earlier text can be read.",
                        verbose_name="earlier vision",
                    ),
                ),
                (
                    "long_term_vision",
                    wagtail.fields.RichTextField(
                        blank=True, verbose_name="4.1 Long-term vision of open government"
                    ),
                ),
                (
                    "achievements",
                    wagtail.fields.RichTextField(
                        blank=True, verbose_name="4.2 Achievements in open government to date"
                    ),
                ),
                (
                    "challenges",
                    wagtail.fields.RichTextField(blank=True, verbose_name="4.3 Current challenges"),
                ),
                (
                    "medium_term_goals",
                    wagtail.fields.RichTextField(blank=True, verbose_name="4.4 Medium-term goals"),
                ),
                (
                    "contribution_to_vision",
                    wagtail.fields.RichTextField(
                        blank=True, verbose_name="4.5 How this plan contributes to the vision"
                    ),
                ),
                (
                    "contribution_to_policy",
                    wagtail.fields.RichTextField(
                        blank=True,
                        verbose_name="4.6 How the vision contributes to the policy goals of the administration",
                    ),
                ),
                (
                    "institutions",
                    models.TextField(
                        blank=True,
                        help_text="One institution a line.",
                        verbose_name="5.1 Main institutions responsible",
                    ),
                ),
                (
                    "institutional_arrangements",
                    wagtail.fields.RichTextField(
                        blank=True, verbose_name="5.2 How agencies and departments are coordinated"
                    ),
                ),
                (
                    "diversity_measures",
                    wagtail.fields.RichTextField(
                        blank=True,
                        verbose_name="5.4 Measures for diversity of representation, with vulnerable and marginalised groups",
                    ),
                ),
                (
                    "stated_group_types",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="Left empty: counted from the meetings. Tick only to state something else, with a reason.",
                        verbose_name="5.5 Types of groups that took part",
                    ),
                ),
                (
                    "stated_group_count",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Left empty: counted from the meetings.",
                        null=True,
                        verbose_name="5.6 Number of groups that took part",
                    ),
                ),
                (
                    "stated_reason",
                    models.TextField(
                        blank=True,
                        verbose_name="reason for stating another number or other types than the meetings show",
                    ),
                ),
                (
                    "collaboration",
                    wagtail.fields.RichTextField(
                        blank=True, verbose_name="5.8 How government and civil society keep working together"
                    ),
                ),
                (
                    "monitoring_body_description",
                    wagtail.fields.RichTextField(
                        blank=True, verbose_name="6.1 The independent monitoring body"
                    ),
                ),
                (
                    "progress_discussion",
                    wagtail.fields.RichTextField(
                        blank=True, verbose_name="6.3 Activities to discuss progress with stakeholders"
                    ),
                ),
                (
                    "progress_checks",
                    wagtail.fields.RichTextField(
                        blank=True, verbose_name="6.4 How progress is checked with implementing agencies"
                    ),
                ),
                (
                    "results_sharing",
                    wagtail.fields.RichTextField(
                        blank=True, verbose_name="6.5 How results of monitoring are shared with the public"
                    ),
                ),
                (
                    "consultation_url",
                    models.URLField(
                        blank=True,
                        help_text="Required when a space for dialogue is online.",
                        verbose_name="9 Website of the online consultation",
                    ),
                ),
                (
                    "introduction_letter",
                    models.ForeignKey(
                        blank=True,
                        help_text="If available: by the head of the jurisdiction.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=get_document_model_string(),
                        verbose_name="3 Introduction letter",
                    ),
                ),
            ],
            options={
                "verbose_name": "action plan",
                "verbose_name_plural": "action plans",
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="ActionPlanPageDocument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=get_document_model_string(),
                        verbose_name="file",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="strategy_documents",
                        to="ogp_wagtail.actionplanpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "document",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Call",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=255, unique=True, verbose_name="name")),
                ("opens", models.DateField(verbose_name="first day")),
                (
                    "closes",
                    models.DateField(
                        help_text="An application filed on this day is in time.", verbose_name="last day"
                    ),
                ),
                (
                    "guidance",
                    models.URLField(
                        blank=True, help_text="Where OGP explains this call.", verbose_name="guidance"
                    ),
                ),
                (
                    "first_plan_deadline",
                    models.DateField(
                        blank=True,
                        help_text="The day the Support Unit sets for the first plan of those admitted.",
                        null=True,
                        verbose_name="first plan due on",
                    ),
                ),
            ],
            options={
                "verbose_name": "call for applications",
                "verbose_name_plural": "calls for applications",
                "ordering": ["-opens"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("opens__lte", models.F("closes"))),
                        name="ogp_call_days",
                        violation_error_message="The last day of the call cannot come before its first.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Coalition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=255, unique=True, verbose_name="name")),
                ("purposes", models.JSONField(blank=True, default=list, verbose_name="purposes")),
                (
                    "cocreation_mode",
                    models.CharField(
                        default="joint",
                        help_text="Jointly: once for the coalition. Separately: each member meets the requirements (COAL-13).",
                        max_length=40,
                        verbose_name="co-creation",
                    ),
                ),
                (
                    "agreement",
                    models.TextField(
                        blank=True,
                        help_text="How the partners govern the coalition. Its content is free (COAL-15).",
                        verbose_name="agreement of the partners",
                    ),
                ),
                ("agreed_on", models.DateField(blank=True, null=True, verbose_name="agreed on")),
                ("formed_on", models.DateField(blank=True, null=True, verbose_name="formed on")),
                (
                    "ended_on",
                    models.DateField(
                        blank=True,
                        help_text="A coalition ends with its joint plan; a new plan takes a new coalition (COAL-17).",
                        null=True,
                        verbose_name="ended on",
                    ),
                ),
                (
                    "agreement_document",
                    models.ForeignKey(
                        blank=True,
                        help_text="The file, where there is one (COAL-15).",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=get_document_model_string(),
                        verbose_name="the signed agreement",
                    ),
                ),
                (
                    "country",
                    models.ForeignKey(
                        help_text="All members belong to this country (COAL-02).",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="coalitions",
                        to="ogp_wagtail.country",
                        verbose_name="country",
                    ),
                ),
            ],
            options={
                "verbose_name": "coalition",
                "verbose_name_plural": "coalitions",
                "ordering": ["name"],
            },
        ),
        migrations.AddField(
            model_name="actionplanpage",
            name="coalition",
            field=models.ForeignKey(
                blank=True,
                help_text="For a joint plan. Choose a coalition or a jurisdiction, not both.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="ogp_wagtail.coalition",
                verbose_name="coalition",
            ),
        ),
        migrations.CreateModel(
            name="Amendment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("kind", models.CharField(default="timeline", max_length=40, verbose_name="kind")),
                (
                    "fields",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="Tick what changes beside what the kind says: a new timeline may move milestones too (AMEND-02).",
                        verbose_name="what else changes",
                    ),
                ),
                (
                    "reason",
                    models.TextField(
                        blank=True, help_text="Shown in public (AMEND-02).", verbose_name="reason"
                    ),
                ),
                ("consulted_on", models.DateField(blank=True, null=True, verbose_name="consulted on")),
                (
                    "consulted_how",
                    models.CharField(
                        blank=True,
                        help_text="For instance: meeting of the forum.",
                        max_length=255,
                        verbose_name="consulted how",
                    ),
                ),
                ("approved_on", models.DateField(blank=True, null=True, verbose_name="approved on")),
                (
                    "notified_on",
                    models.DateField(
                        blank=True,
                        help_text="On or before the day on which the change takes effect (AMEND-05).",
                        null=True,
                        verbose_name="OGP Local team told on",
                    ),
                ),
                (
                    "effective_on",
                    models.DateField(
                        blank=True,
                        help_text="At most six months after the commitment was filed (AMEND-04).",
                        null=True,
                        verbose_name="takes effect on",
                    ),
                ),
                (
                    "su_agreed_on",
                    models.DateField(
                        blank=True,
                        help_text="Only after the six months: the day on which the Support Unit agreed to an exception.",
                        null=True,
                        verbose_name="exception agreed on",
                    ),
                ),
                (
                    "filed_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="in force since"),
                ),
                (
                    "old",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        editable=False,
                        encoder=django.core.serializers.json.DjangoJSONEncoder,
                        verbose_name="before",
                    ),
                ),
                (
                    "new",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        editable=False,
                        encoder=django.core.serializers.json.DjangoJSONEncoder,
                        verbose_name="after",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        help_text="Shows the change and how it was decided (AMEND-03). Or choose a meeting below.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=get_document_model_string(),
                        verbose_name="minutes or decision",
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        help_text="A commitment that was filed. What was not filed yet is changed on its page.",
                        limit_choices_to={"submitted_on__isnull": False, "withdrawn_on__isnull": True},
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="amendments",
                        to="ogp_wagtail.commitment",
                        verbose_name="commitment",
                    ),
                ),
            ],
            options={
                "verbose_name": "amendment",
                "verbose_name_plural": "amendments",
                "ordering": ["-effective_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Agreement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("agreed_on", models.DateField(verbose_name="agreed on")),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=get_document_model_string(),
                        verbose_name="minutes or letter",
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="agreements",
                        to="ogp_wagtail.commitment",
                    ),
                ),
            ],
            options={
                "verbose_name": "agreement",
                "verbose_name_plural": "agreements",
                "ordering": ["agreed_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="CommitmentPageResource",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=40, verbose_name="kind")),
                (
                    "amount",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=16, null=True, verbose_name="amount"
                    ),
                ),
                ("currency", models.CharField(blank=True, max_length=3, verbose_name="currency")),
                ("description", models.CharField(blank=True, max_length=500, verbose_name="description")),
                ("provider", models.CharField(blank=True, max_length=255, verbose_name="provided by")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="resources",
                        to="ogp_wagtail.commitmentpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "resource",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EndOfCommitmentReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "started_on",
                    models.DateField(
                        blank=True,
                        help_text="From this day on, comments on the commitment count as made during the assessment.",
                        null=True,
                        verbose_name="begun on",
                    ),
                ),
                (
                    "uses_form",
                    models.BooleanField(
                        default=True,
                        help_text="A report in free form alone is none (MB-06).",
                        verbose_name="answers OGP Local's form",
                    ),
                ),
                ("answers", models.JSONField(blank=True, default=dict, verbose_name="answers")),
                (
                    "reference",
                    models.CharField(
                        blank=True,
                        help_text="The address or number that the platform gave when it was filed there (MB-08, EOC-05).",
                        max_length=500,
                        verbose_name="reference on OGP's platform",
                    ),
                ),
                (
                    "submitted_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="filed on"),
                ),
                (
                    "published_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="published on"),
                ),
                (
                    "filed_by_name",
                    models.CharField(blank=True, editable=False, max_length=255, verbose_name="filed by"),
                ),
                (
                    "completion",
                    models.CharField(
                        blank=True,
                        help_text="“Complete” closes the commitment and frees its place; any other level keeps both.",
                        max_length=40,
                        verbose_name="level of completion",
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assessments",
                        to="ogp_wagtail.commitment",
                        verbose_name="commitment",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        help_text="The report as a file, where there is one beside the form.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=get_document_model_string(),
                        verbose_name="document",
                    ),
                ),
                (
                    "filed_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="filed by",
                    ),
                ),
            ],
            options={
                "verbose_name": "end-of-commitment report",
                "verbose_name_plural": "end-of-commitment reports",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="EvidenceItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                ("kind", models.CharField(blank=True, max_length=40, verbose_name="type of evidence")),
                (
                    "source_class",
                    models.CharField(
                        choices=[
                            ("primary", "primary: proves the fact itself"),
                            ("secondary", "secondary: only says that it is so"),
                        ],
                        default="primary",
                        help_text="Only a primary source satisfies a requirement (EV-02).",
                        max_length=10,
                        verbose_name="source",
                    ),
                ),
                (
                    "address",
                    models.URLField(
                        blank=True,
                        help_text="Where the fact itself can be seen, with a file or instead of one (EV-01).",
                        max_length=1000,
                        verbose_name="direct link",
                    ),
                ),
                (
                    "link_state",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("opens", "opens"),
                            ("moved", "has moved"),
                            ("changed", "shows something else than was kept"),
                            ("gone", "leads to nothing any more"),
                            ("unopened", "did not open"),
                        ],
                        editable=False,
                        max_length=10,
                        verbose_name="state of the link",
                    ),
                ),
                ("link_reason_code", models.CharField(blank=True, editable=False, max_length=40)),
                ("link_reason_params", models.JSONField(blank=True, default=dict, editable=False)),
                (
                    "link_moved_to",
                    models.CharField(
                        blank=True, editable=False, max_length=2000, verbose_name="link moved to"
                    ),
                ),
                (
                    "checked_on",
                    models.DateField(
                        blank=True, editable=False, null=True, verbose_name="link last opened on"
                    ),
                ),
                (
                    "is_broken",
                    models.BooleanField(default=False, editable=False, verbose_name="link did not open"),
                ),
                ("dated_on", models.DateField(blank=True, null=True, verbose_name="date of the fact")),
                ("language", models.CharField(blank=True, max_length=20, verbose_name="language")),
                (
                    "privacy",
                    models.CharField(
                        choices=[
                            ("public", "public"),
                            ("affiliations", "affiliations only: the entry is public, the file is not"),
                            ("restricted", "restricted: only for the people who run the process"),
                        ],
                        default="public",
                        max_length=12,
                        verbose_name="privacy",
                    ),
                ),
                (
                    "added_on",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="added on"
                    ),
                ),
                (
                    "withdrawn_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="withdrawn on"),
                ),
                (
                    "withdrawn_reason",
                    models.TextField(blank=True, editable=False, verbose_name="reason of the withdrawal"),
                ),
                ("source_path", models.CharField(blank=True, editable=False, max_length=500)),
                (
                    "added_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="added by",
                    ),
                ),
            ],
            options={
                "verbose_name": "evidence",
                "verbose_name_plural": "evidence",
                "ordering": ["-added_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="EvidenceVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="version")),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                ("size", models.PositiveBigIntegerField(verbose_name="size in bytes")),
                ("file_name", models.CharField(max_length=255, verbose_name="file name")),
                ("file_type", models.CharField(blank=True, max_length=20, verbose_name="type of file")),
                ("fetched_from", models.CharField(blank=True, max_length=2000, verbose_name="fetched from")),
                (
                    "note",
                    models.CharField(
                        blank=True,
                        help_text="For instance: names removed.",
                        max_length=200,
                        verbose_name="what is different",
                    ),
                ),
                (
                    "is_closed",
                    models.BooleanField(
                        default=False,
                        help_text="An earlier copy that stays restricted while its replacement may be public.",
                        verbose_name="closed",
                    ),
                ),
                (
                    "text_state",
                    models.CharField(
                        choices=[
                            ("waiting", "still being read"),
                            ("readable", "searchable"),
                            ("scan", "pictures of text only"),
                            ("unreadable", "not readable"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="text",
                    ),
                ),
                ("reason_code", models.CharField(blank=True, max_length=40)),
                ("reason_params", models.JSONField(blank=True, default=dict)),
                ("read_as", models.CharField(blank=True, max_length=20, verbose_name="read as")),
                (
                    "scanned_pages",
                    models.JSONField(
                        blank=True, default=list, verbose_name="pages that wait for text recognition"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="stored on"),
                ),
                (
                    "document",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=get_document_model_string(),
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="versions",
                        to="ogp_wagtail.evidenceitem",
                    ),
                ),
            ],
            options={
                "verbose_name": "version of evidence",
                "verbose_name_plural": "versions of evidence",
                "ordering": ["item", "-number"],
            },
        ),
        migrations.AddField(
            model_name="evidenceitem",
            name="current",
            field=models.OneToOneField(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="current_of",
                to="ogp_wagtail.evidenceversion",
            ),
        ),
        migrations.CreateModel(
            name="Filing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("filed_on", models.DateField(verbose_name="filed on")),
                ("filed_at", models.DateTimeField(verbose_name="filed at")),
                ("filed_by_name", models.CharField(max_length=255, verbose_name="filed by")),
                ("edition", models.CharField(max_length=40, verbose_name="edition of the handbook")),
                (
                    "document",
                    models.TextField(
                        help_text="Canonical JSON; the hash is taken over it.", verbose_name="frozen copy"
                    ),
                ),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                (
                    "amendment",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="filing",
                        to="ogp_wagtail.amendment",
                    ),
                ),
                (
                    "commitment",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="filing",
                        to="ogp_wagtail.commitment",
                    ),
                ),
                (
                    "filed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "filing",
                "verbose_name_plural": "filings",
                "ordering": ["-filed_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="FiledFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=get_document_model_string(),
                    ),
                ),
                (
                    "filing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="ogp_wagtail.filing",
                    ),
                ),
            ],
            options={
                "verbose_name": "filed file",
                "verbose_name_plural": "filed files",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Folder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=255, verbose_name="name")),
                ("path", models.CharField(editable=False, max_length=500, verbose_name="path")),
                (
                    "commitment",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="folder",
                        to="ogp_wagtail.commitment",
                        verbose_name="commitment",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="children",
                        to="ogp_wagtail.folder",
                        verbose_name="inside",
                    ),
                ),
            ],
            options={
                "verbose_name": "folder",
                "verbose_name_plural": "folders",
                "ordering": ["plan", "path"],
            },
        ),
        migrations.AddField(
            model_name="evidenceitem",
            name="folder",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="items",
                to="ogp_wagtail.folder",
                verbose_name="folder",
            ),
        ),
        migrations.CreateModel(
            name="InceptionReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "started_on",
                    models.DateField(
                        blank=True,
                        help_text="From this day on, comments on the commitment count as made during the assessment.",
                        null=True,
                        verbose_name="begun on",
                    ),
                ),
                (
                    "uses_form",
                    models.BooleanField(
                        default=True,
                        help_text="A report in free form alone is none (MB-06).",
                        verbose_name="answers OGP Local's form",
                    ),
                ),
                ("answers", models.JSONField(blank=True, default=dict, verbose_name="answers")),
                (
                    "reference",
                    models.CharField(
                        blank=True,
                        help_text="The address or number that the platform gave when it was filed there (MB-08, EOC-05).",
                        max_length=500,
                        verbose_name="reference on OGP's platform",
                    ),
                ),
                (
                    "submitted_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="filed on"),
                ),
                (
                    "published_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="published on"),
                ),
                (
                    "filed_by_name",
                    models.CharField(blank=True, editable=False, max_length=255, verbose_name="filed by"),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        blank=True,
                        help_text="Leave empty for the plan's report. Choose a commitment that was added later to look at its design by the same criteria; nobody has to (INC-04).",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="design_checks",
                        to="ogp_wagtail.commitment",
                        verbose_name="later commitment",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        help_text="The report as a file, where there is one beside the form.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=get_document_model_string(),
                        verbose_name="document",
                    ),
                ),
                (
                    "filed_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="filed by",
                    ),
                ),
            ],
            options={
                "verbose_name": "inception report",
                "verbose_name_plural": "inception reports",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Job",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=60, verbose_name="kind")),
                ("key", models.CharField(max_length=120, verbose_name="about")),
                ("payload", models.JSONField(blank=True, default=dict)),
                (
                    "waiting_key",
                    models.CharField(blank=True, editable=False, max_length=190, null=True, unique=True),
                ),
                ("queue", models.CharField(default="default", max_length=20, verbose_name="queue")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("running", "running"),
                            ("done", "done"),
                            ("failed", "failed"),
                            ("aside", "put aside"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "priority",
                    models.SmallIntegerField(
                        default=0, help_text="Higher numbers are taken first.", verbose_name="priority"
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="attempts")),
                ("worker", models.CharField(blank=True, max_length=120, verbose_name="worker")),
                ("lease_until", models.DateTimeField(blank=True, null=True, verbose_name="taken until")),
                (
                    "run_after",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="not before"),
                ),
                ("error", models.TextField(blank=True, verbose_name="error")),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="created"),
                ),
                ("started_at", models.DateTimeField(blank=True, null=True, verbose_name="started")),
                ("finished_at", models.DateTimeField(blank=True, null=True, verbose_name="finished")),
            ],
            options={
                "verbose_name": "job",
                "verbose_name_plural": "jobs",
                "ordering": ["-priority", "run_after", "pk"],
                "indexes": [
                    models.Index(
                        models.F("state"),
                        models.OrderBy(models.F("priority"), descending=True),
                        models.F("run_after"),
                        models.F("id"),
                        name="ogp_job_due",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Jurisdiction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "su_deadline",
                    models.DateField(
                        blank=True,
                        help_text="The day that the Support Unit set for the first plan of a new member (PLAN-SUB-03).",
                        null=True,
                        verbose_name="first plan due on",
                    ),
                ),
                (
                    "extension_requested_on",
                    models.DateField(blank=True, null=True, verbose_name="extension asked for on"),
                ),
                (
                    "extension_granted",
                    models.BooleanField(
                        blank=True,
                        help_text="Unknown while it is undecided; until then nobody is called inactive (STAT-02).",
                        null=True,
                        verbose_name="extension granted",
                    ),
                ),
                ("extended_deadline", models.DateField(blank=True, null=True, verbose_name="extended until")),
                ("name", models.CharField(max_length=255, verbose_name="name")),
                ("kind", models.CharField(default="city", max_length=40, verbose_name="kind")),
                (
                    "elected",
                    models.BooleanField(
                        default=True,
                        help_text="An elected administration has terms of office; the plan ends before its term does.",
                        verbose_name="elected administration",
                    ),
                ),
                (
                    "population",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Serves the balance of a call's cohort; no number of it keeps anybody out (ELIG-02).",
                        null=True,
                        verbose_name="population",
                    ),
                ),
                ("joined_on", models.DateField(blank=True, null=True, verbose_name="joined OGP Local on")),
                (
                    "stakeholders_mapped_on",
                    models.DateField(
                        blank=True,
                        help_text="The day of the map of key stakeholders, before the public is consulted (ORIENT-03).",
                        null=True,
                        verbose_name="stakeholders mapped on",
                    ),
                ),
                (
                    "country",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="jurisdictions",
                        to="ogp_wagtail.country",
                        verbose_name="country",
                    ),
                ),
            ],
            options={
                "verbose_name": "jurisdiction",
                "verbose_name_plural": "jurisdictions",
                "ordering": ["name"],
                "permissions": [("act_for_support_unit", "Can record what the Support Unit of OGP decides")],
            },
        ),
        migrations.CreateModel(
            name="CommitmentPageParty",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("role", models.CharField(max_length=40, verbose_name="role")),
                ("organisation", models.CharField(max_length=255, verbose_name="organisation")),
                ("branch", models.CharField(blank=True, max_length=40, verbose_name="branch of government")),
                ("contact_name", models.CharField(blank=True, max_length=255, verbose_name="contact person")),
                ("job_title", models.CharField(blank=True, max_length=255, verbose_name="job title")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                (
                    "part",
                    models.CharField(blank=True, max_length=500, verbose_name="role in the implementation"),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parties",
                        to="ogp_wagtail.commitmentpage",
                    ),
                ),
                (
                    "jurisdiction",
                    models.ForeignKey(
                        blank=True,
                        help_text="Of a joint commitment: whose lead agency this is (COAL-11).",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="ogp_wagtail.jurisdiction",
                        verbose_name="jurisdiction",
                    ),
                ),
            ],
            options={
                "verbose_name": "party",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CommitmentPageMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "end",
                    models.DateField(
                        blank=True,
                        help_text="Empty: the commitment's last day. At the latest two months before this term ends.",
                        null=True,
                        verbose_name="own last day",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participations",
                        to="ogp_wagtail.commitmentpage",
                    ),
                ),
                (
                    "jurisdiction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="ogp_wagtail.jurisdiction",
                        verbose_name="jurisdiction",
                    ),
                ),
            ],
            options={
                "verbose_name": "jurisdiction that takes part",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Application",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("pages", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="pages")),
                (
                    "letterhead",
                    models.BooleanField(
                        default=False, verbose_name="on the letterhead of the local government"
                    ),
                ),
                (
                    "language",
                    models.CharField(blank=True, default="en", max_length=20, verbose_name="language"),
                ),
                (
                    "in_letter_values",
                    models.CharField(
                        blank=True,
                        max_length=100,
                        verbose_name="Commitment to the values of OGP and the criteria of eligibility",
                    ),
                ),
                (
                    "in_letter_benefit",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="What joining is worth to the jurisdiction"
                    ),
                ),
                (
                    "in_letter_ambition",
                    models.CharField(
                        blank=True,
                        max_length=100,
                        verbose_name="Ambition: priority themes and how they fit the priorities of OGP",
                    ),
                ),
                (
                    "in_letter_capacity",
                    models.CharField(
                        blank=True,
                        max_length=100,
                        verbose_name="Capacity and resources: the responsible agency and the main stakeholders",
                    ),
                ),
                (
                    "in_letter_experience",
                    models.CharField(
                        blank=True,
                        max_length=100,
                        verbose_name="Experience: a reform or co-creation of the last three years",
                    ),
                ),
                (
                    "in_letter_good_practice",
                    models.CharField(
                        blank=True,
                        max_length=100,
                        verbose_name="Themes in which it can offer good practice to other members",
                    ),
                ),
                (
                    "in_letter_peer_learning",
                    models.CharField(
                        blank=True,
                        max_length=100,
                        verbose_name="Willingness to learn with peers in its country and by theme",
                    ),
                ),
                (
                    "in_letter_spreading",
                    models.CharField(
                        blank=True,
                        max_length=100,
                        verbose_name="How it helps to spread open government among local governments nearby",
                    ),
                ),
                ("kind", models.CharField(default="initial", max_length=40, verbose_name="kind")),
                (
                    "ambition",
                    models.TextField(
                        blank=True,
                        help_text="Priority themes and how they fit the priorities of OGP (ELIG-06).",
                        verbose_name="ambition",
                    ),
                ),
                (
                    "staff",
                    models.TextField(
                        blank=True,
                        help_text="Names, one a line (ELIG-07).",
                        verbose_name="staff of the government",
                    ),
                ),
                (
                    "counterparts",
                    models.TextField(
                        blank=True,
                        help_text="Names, one a line (ELIG-07).",
                        verbose_name="counterparts in civil society",
                    ),
                ),
                (
                    "cocreation_mechanisms",
                    models.TextField(
                        blank=True,
                        help_text="What is there to co-create with (ELIG-08).",
                        verbose_name="mechanisms for co-creation",
                    ),
                ),
                (
                    "monitoring_mechanisms",
                    models.TextField(
                        blank=True,
                        help_text="Who monitors, and how (ELIG-08).",
                        verbose_name="mechanisms for monitoring",
                    ),
                ),
                (
                    "benefit",
                    models.TextField(
                        blank=True,
                        help_text="What joining is worth to the jurisdiction (ELIG-09).",
                        verbose_name="benefit of joining",
                    ),
                ),
                (
                    "peer_learning",
                    models.BooleanField(
                        default=False,
                        help_text="And to share its experience with other members (ELIG-10).",
                        verbose_name="willing to learn with peers",
                    ),
                ),
                (
                    "period_basis",
                    models.CharField(
                        blank=True,
                        help_text="Only without elections; the period itself is among the jurisdiction's terms (ELIG-05).",
                        max_length=40,
                        verbose_name="basis of the period",
                    ),
                ),
                (
                    "submitted_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="filed on"),
                ),
                (
                    "edition",
                    models.CharField(
                        default="2024-fr-web",
                        editable=False,
                        max_length=40,
                        verbose_name="edition of the handbook",
                    ),
                ),
                (
                    "country_stood_well",
                    models.BooleanField(editable=False, null=True, verbose_name="country in good standing"),
                ),
                (
                    "term_end",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="end of the term"),
                ),
                (
                    "decision",
                    models.CharField(blank=True, editable=False, max_length=40, verbose_name="decision"),
                ),
                (
                    "decided_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="decided on"),
                ),
                (
                    "decided_as",
                    models.CharField(blank=True, editable=False, max_length=40, verbose_name="decided by"),
                ),
                ("decision_reasons", models.TextField(blank=True, editable=False, verbose_name="reasons")),
                (
                    "invited_to_community_on",
                    models.DateField(
                        blank=True,
                        help_text="Of an applicant that was not admitted (LOS-10).",
                        null=True,
                        verbose_name="invited to the community of practice on",
                    ),
                ),
                (
                    "connected_to_national_on",
                    models.DateField(
                        blank=True,
                        help_text="Of an applicant that was not admitted (LOS-10).",
                        null=True,
                        verbose_name="put in touch with the national coordination on",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decision recorded by",
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        blank=True,
                        help_text="One document, signed by both sides (LOS-01).",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=get_document_model_string(),
                        verbose_name="letter of support",
                    ),
                ),
                (
                    "call",
                    models.ForeignKey(
                        blank=True,
                        help_text="Without an open call the application waits as a draft (ELIG-11).",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="applications",
                        to="ogp_wagtail.call",
                        verbose_name="call",
                    ),
                ),
                (
                    "jurisdiction",
                    models.ForeignKey(
                        help_text="Its lead agency, senior official and point of contact are named there (LOS-07).",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="applications",
                        to="ogp_wagtail.jurisdiction",
                        verbose_name="jurisdiction",
                    ),
                ),
            ],
            options={
                "verbose_name": "application",
                "verbose_name_plural": "applications",
                "ordering": ["-submitted_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ActionPlanPageSpace",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("name", models.CharField(max_length=255, verbose_name="name")),
                ("kind", models.CharField(max_length=40, verbose_name="kind")),
                ("mode", models.CharField(max_length=40, verbose_name="form")),
                ("description", models.TextField(blank=True, verbose_name="description")),
                ("has_government", models.BooleanField(default=True, verbose_name="government takes part")),
                (
                    "has_ngs",
                    models.BooleanField(default=True, verbose_name="non-governmental stakeholders take part"),
                ),
                (
                    "group_types",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="Spaces are to be diverse: several kinds of groups (MSF-04).",
                        verbose_name="kinds of groups in it",
                    ),
                ),
                (
                    "composition",
                    models.TextField(
                        blank=True,
                        help_text="One organisation or group a line.",
                        verbose_name="organisations and groups in it",
                    ),
                ),
                (
                    "meets_regularly",
                    models.BooleanField(
                        default=False,
                        help_text="A permanent multi-stakeholder forum does, and has both sides in it (MSF-02).",
                        verbose_name="meets regularly",
                    ),
                ),
                (
                    "su_informed_on",
                    models.DateField(
                        blank=True,
                        help_text="The day on which OGP's Support Unit was told of this space, by the submission (MSF-03).",
                        null=True,
                        verbose_name="Support Unit informed on",
                    ),
                ),
                (
                    "founding_document",
                    models.ForeignKey(
                        blank=True,
                        help_text="Decree, agreement or terms of reference (COCR-01).",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=get_document_model_string(),
                        verbose_name="founding document",
                    ),
                ),
                (
                    "locale",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="locale",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="spaces",
                        to="ogp_wagtail.actionplanpage",
                    ),
                ),
                (
                    "jurisdiction",
                    models.ForeignKey(
                        blank=True,
                        help_text="Where each member co-creates on its own: whose space this is. Empty: of the whole plan.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="ogp_wagtail.jurisdiction",
                        verbose_name="jurisdiction",
                    ),
                ),
            ],
            options={
                "verbose_name": "space for dialogue",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="actionplanpage",
            name="jurisdiction",
            field=models.ForeignKey(
                blank=True,
                help_text="For the plan of a single jurisdiction.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="ogp_wagtail.jurisdiction",
                verbose_name="jurisdiction",
            ),
        ),
        migrations.CreateModel(
            name="LearningReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "started_on",
                    models.DateField(
                        blank=True,
                        help_text="From this day on, comments on the commitment count as made during the assessment.",
                        null=True,
                        verbose_name="begun on",
                    ),
                ),
                (
                    "uses_form",
                    models.BooleanField(
                        default=True,
                        help_text="A report in free form alone is none (MB-06).",
                        verbose_name="answers OGP Local's form",
                    ),
                ),
                ("answers", models.JSONField(blank=True, default=dict, verbose_name="answers")),
                (
                    "reference",
                    models.CharField(
                        blank=True,
                        help_text="The address or number that the platform gave when it was filed there (MB-08, EOC-05).",
                        max_length=500,
                        verbose_name="reference on OGP's platform",
                    ),
                ),
                (
                    "submitted_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="filed on"),
                ),
                (
                    "published_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="published on"),
                ),
                (
                    "filed_by_name",
                    models.CharField(blank=True, editable=False, max_length=255, verbose_name="filed by"),
                ),
                (
                    "exercise_on",
                    models.DateField(
                        blank=True,
                        help_text="Held with the plan's stakeholders after its last day (FLE-01, FLE-02).",
                        null=True,
                        verbose_name="day of the exercise",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        help_text="The report as a file, where there is one beside the form.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=get_document_model_string(),
                        verbose_name="document",
                    ),
                ),
                (
                    "filed_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="filed by",
                    ),
                ),
            ],
            options={
                "verbose_name": "final learning report",
                "verbose_name_plural": "final learning reports",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="FeedbackInvitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recipient", models.CharField(max_length=255, verbose_name="who")),
                (
                    "side",
                    models.CharField(
                        choices=[("government", "government"), ("ngs", "non-governmental stakeholder")],
                        max_length=20,
                        verbose_name="side",
                    ),
                ),
                ("sent_on", models.DateField(verbose_name="sent on")),
                ("comment", models.TextField(blank=True, verbose_name="what they said")),
                (
                    "assessment",
                    modelcluster.fields.ParentalKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to="ogp_wagtail.endofcommitmentreport",
                    ),
                ),
                (
                    "inception",
                    modelcluster.fields.ParentalKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to="ogp_wagtail.inceptionreport",
                    ),
                ),
                (
                    "learning",
                    modelcluster.fields.ParentalKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to="ogp_wagtail.learningreport",
                    ),
                ),
            ],
            options={
                "verbose_name": "invitation to comment",
                "verbose_name_plural": "invitations to comment",
                "ordering": ["sent_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "noticed_on",
                    models.DateField(
                        blank=True,
                        help_text="The day on which the public was told of the meeting: before it (MEET-06).",
                        null=True,
                        verbose_name="announced on",
                    ),
                ),
                (
                    "documents_shared_on",
                    models.DateField(
                        blank=True,
                        help_text="The day on which agenda and documents were sent or published: before the meeting (REC-02).",
                        null=True,
                        verbose_name="documents shared on",
                    ),
                ),
                (
                    "minutes_published_on",
                    models.DateField(
                        blank=True,
                        help_text="Empty: the day on which this page is first published with minutes (MEET-06).",
                        null=True,
                        verbose_name="minutes published on",
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                ("held_on", models.DateField(verbose_name="held on")),
                ("purposes", models.JSONField(default=list, verbose_name="purposes")),
                ("mode", models.CharField(blank=True, max_length=40, verbose_name="form")),
                ("space", models.CharField(blank=True, max_length=255, verbose_name="space for dialogue")),
                (
                    "has_record",
                    models.BooleanField(
                        default=False,
                        help_text="Without a record the meeting counts as claimed, not evidenced (MEET-04).",
                        verbose_name="agenda, minutes or list of participants published",
                    ),
                ),
                (
                    "commitment_keys",
                    models.JSONField(
                        blank=True,
                        default=list,
                        editable=False,
                        help_text="What its page says it discussed, drafts too: a later commitment is discussed before it is filed.",
                    ),
                ),
                (
                    "commitments",
                    models.ManyToManyField(blank=True, related_name="meetings", to="ogp_wagtail.commitment"),
                ),
                (
                    "jurisdictions",
                    models.ManyToManyField(
                        blank=True, related_name="meetings", to="ogp_wagtail.jurisdiction"
                    ),
                ),
            ],
            options={
                "verbose_name": "meeting",
                "verbose_name_plural": "meetings",
                "ordering": ["-held_on"],
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "affiliation",
                    models.CharField(blank=True, max_length=255, verbose_name="organisation or group"),
                ),
                ("sector", models.CharField(max_length=40, verbose_name="sector")),
                ("group_type", models.CharField(blank=True, max_length=40, verbose_name="kind of group")),
                ("headcount", models.PositiveIntegerField(default=1, verbose_name="people")),
                (
                    "under_represented",
                    models.BooleanField(default=False, verbose_name="under-represented group"),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attendances",
                        to="ogp_wagtail.meeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "attendance",
                "verbose_name_plural": "attendances",
                "ordering": ["sector", "affiliation"],
            },
        ),
        migrations.AddField(
            model_name="amendment",
            name="meeting",
            field=models.ForeignKey(
                blank=True,
                help_text="A meeting whose minutes are published documents the decision too.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="ogp_wagtail.meeting",
                verbose_name="meeting that decided it",
            ),
        ),
        migrations.CreateModel(
            name="MeetingPageAttendance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "affiliation",
                    models.CharField(blank=True, max_length=255, verbose_name="organisation or group"),
                ),
                ("sector", models.CharField(max_length=40, verbose_name="sector")),
                ("group_type", models.CharField(blank=True, max_length=40, verbose_name="kind of group")),
                ("headcount", models.PositiveIntegerField(default=1, verbose_name="people")),
                (
                    "under_represented",
                    models.BooleanField(default=False, verbose_name="under-represented group"),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attendances",
                        to="ogp_wagtail.meetingpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "attendance",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Milestone",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("deliverable", models.CharField(max_length=500, verbose_name="deliverable")),
                ("start_month", models.DateField(blank=True, null=True, verbose_name="first month")),
                ("end_month", models.DateField(blank=True, null=True, verbose_name="last month")),
                ("responsible", models.CharField(blank=True, max_length=255, verbose_name="responsible")),
                ("contact", models.CharField(blank=True, max_length=255, verbose_name="contact")),
                ("status", models.CharField(default="not-started", max_length=40, verbose_name="status")),
                (
                    "evidence_kind",
                    models.CharField(
                        blank=True,
                        help_text="Optional: the type of evidence that will show that it is finished (QUAL-04).",
                        max_length=40,
                        verbose_name="evidence to come",
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("number", models.PositiveSmallIntegerField(verbose_name="number")),
                ("retired", models.BooleanField(default=False)),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="milestones",
                        to="ogp_wagtail.commitment",
                    ),
                ),
            ],
            options={
                "verbose_name": "milestone",
                "verbose_name_plural": "milestones",
                "ordering": ["commitment", "number"],
            },
        ),
        migrations.CreateModel(
            name="MonitoringBody",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=255, unique=True, verbose_name="name")),
                ("kind", models.CharField(max_length=40, verbose_name="kind")),
                ("contact_name", models.CharField(blank=True, max_length=255, verbose_name="contact person")),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                ("phone", models.CharField(blank=True, max_length=50, verbose_name="phone")),
                ("address", models.TextField(blank=True, verbose_name="address")),
                (
                    "approved_on",
                    models.DateField(
                        blank=True,
                        help_text="The day on which non-governmental stakeholders approved it (MB-03).",
                        null=True,
                        verbose_name="approved on",
                    ),
                ),
                (
                    "independence",
                    models.TextField(
                        blank=True,
                        help_text="What ensures that it is independent. A body within the co-creation space names its safeguards, for instance that its members implement nothing (MB-04).",
                        verbose_name="independence",
                    ),
                ),
                (
                    "resources",
                    models.TextField(
                        blank=True,
                        help_text="What it gets for its work and from whom: days a report, money, help (MB-05).",
                        verbose_name="means",
                    ),
                ),
                (
                    "uses_guidance",
                    models.BooleanField(
                        default=False,
                        help_text="Encouraged (MB-07).",
                        verbose_name="uses the guidance of OGP Local and the IRM",
                    ),
                ),
                (
                    "support_requested_on",
                    models.DateField(
                        blank=True,
                        help_text="It can find a trained researcher or a peer; nobody has to ask (MB-11).",
                        null=True,
                        verbose_name="Support Unit asked on",
                    ),
                ),
                (
                    "su_notified_on",
                    models.DateField(
                        blank=True,
                        help_text="Only for a body that replaced another while the plan ran (MB-12).",
                        null=True,
                        verbose_name="Support Unit told on",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        help_text="Minutes of the approval, terms of reference or a statement of independence.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=get_document_model_string(),
                        verbose_name="document",
                    ),
                ),
            ],
            options={
                "verbose_name": "monitoring body",
                "verbose_name_plural": "monitoring bodies",
                "ordering": ["name"],
            },
        ),
        migrations.AddField(
            model_name="learningreport",
            name="body",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="ogp_wagtail.monitoringbody",
                verbose_name="monitoring body",
            ),
        ),
        migrations.AddField(
            model_name="jurisdiction",
            name="monitoring_body",
            field=models.ForeignKey(
                blank=True,
                help_text="The one independent body that assesses the plan and all its commitments.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="ogp_wagtail.monitoringbody",
                verbose_name="monitoring body",
            ),
        ),
        migrations.AddField(
            model_name="inceptionreport",
            name="body",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="ogp_wagtail.monitoringbody",
                verbose_name="monitoring body",
            ),
        ),
        migrations.AddField(
            model_name="endofcommitmentreport",
            name="body",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="ogp_wagtail.monitoringbody",
                verbose_name="monitoring body",
            ),
        ),
        migrations.AddField(
            model_name="coalition",
            name="monitoring_body",
            field=models.ForeignKey(
                blank=True,
                help_text="The one independent body that assesses the plan and all its commitments.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="ogp_wagtail.monitoringbody",
                verbose_name="monitoring body",
            ),
        ),
        migrations.CreateModel(
            name="Organisation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=255, unique=True, verbose_name="name")),
                ("sector", models.CharField(max_length=40, verbose_name="sector")),
                (
                    "ngs_type",
                    models.CharField(
                        blank=True,
                        help_text="Only for non-governmental stakeholders.",
                        max_length=40,
                        verbose_name="kind of non-governmental stakeholder",
                    ),
                ),
                (
                    "branch",
                    models.CharField(
                        blank=True,
                        help_text="Only for government.",
                        max_length=40,
                        verbose_name="branch of government",
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("website", models.URLField(blank=True, verbose_name="website")),
            ],
            options={
                "verbose_name": "organisation",
                "verbose_name_plural": "organisations",
                "ordering": ["name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ngs_type", ""), ("sector", "ngs"), _connector="OR"),
                        name="ogp_organisation_one_side",
                        violation_error_message="Only a non-governmental stakeholder has such a kind (ROLE-07).",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="monitoringbody",
            name="approved_by",
            field=models.ManyToManyField(
                blank=True,
                help_text="Non-governmental stakeholders that took part in co-creation (MB-03).",
                related_name="+",
                to="ogp_wagtail.organisation",
                verbose_name="approved by",
            ),
        ),
        migrations.AddField(
            model_name="jurisdiction",
            name="lead_agency",
            field=models.ForeignKey(
                blank=True,
                help_text="The agency of this government that leads its participation in OGP (ROLE-01).",
                limit_choices_to={"sector": "government"},
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="ogp_wagtail.organisation",
                verbose_name="lead agency",
            ),
        ),
        migrations.CreateModel(
            name="CommitmentPageAgreement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("agreed_on", models.DateField(verbose_name="agreed on")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=get_document_model_string(),
                        verbose_name="minutes or letter",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="agreements",
                        to="ogp_wagtail.commitmentpage",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        limit_choices_to={"sector": "ngs"},
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ogp_wagtail.organisation",
                        verbose_name="organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "agreement",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="commitment",
            name="agreed_by",
            field=models.ManyToManyField(
                related_name="agreed_commitments",
                through="ogp_wagtail.Agreement",
                to="ogp_wagtail.organisation",
                verbose_name="agreed by",
            ),
        ),
        migrations.CreateModel(
            name="CivicSpaceCase",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("received_on", models.DateField(verbose_name="letter received on")),
                (
                    "sender",
                    models.CharField(
                        blank=True,
                        help_text="Where no organisation is named.",
                        max_length=255,
                        verbose_name="sender in other words",
                    ),
                ),
                (
                    "outcome",
                    models.TextField(
                        blank=True,
                        help_text="What came of it, case by case. No status follows by itself.",
                        verbose_name="outcome",
                    ),
                ),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
                (
                    "letter",
                    models.ForeignKey(
                        blank=True,
                        help_text="Put it into a collection that only those may open who handle such cases.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=get_document_model_string(),
                        verbose_name="letter",
                    ),
                ),
                (
                    "jurisdiction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ogp_wagtail.jurisdiction",
                        verbose_name="member",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        help_text="Local civil society and other non-governmental stakeholders write such letters (STAT-18).",
                        limit_choices_to={"sector": "ngs"},
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="ogp_wagtail.organisation",
                        verbose_name="sender",
                    ),
                ),
            ],
            options={
                "verbose_name": "letter on civic space",
                "verbose_name_plural": "letters on civic space",
                "ordering": ["-received_on", "-pk"],
            },
        ),
        migrations.AddField(
            model_name="amendment",
            name="approved_by",
            field=models.ManyToManyField(
                blank=True,
                help_text="At least one non-governmental stakeholder that took part in co-creation (AMEND-01).",
                limit_choices_to={"sector": "ngs"},
                related_name="amendments_approved",
                to="ogp_wagtail.organisation",
                verbose_name="approved by",
            ),
        ),
        migrations.AddField(
            model_name="amendment",
            name="consulted",
            field=models.ManyToManyField(
                blank=True,
                help_text="Who was asked: the stakeholders that took part in co-creation (AMEND-01).",
                related_name="amendments_consulted",
                to="ogp_wagtail.organisation",
                verbose_name="consulted",
            ),
        ),
        migrations.AddField(
            model_name="agreement",
            name="organisation",
            field=models.ForeignKey(
                limit_choices_to={"sector": "ngs"},
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="ogp_wagtail.organisation",
                verbose_name="organisation",
            ),
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=255, verbose_name="name")),
                (
                    "email",
                    models.EmailField(
                        help_text="OGP sends the credentials of its platform to this address (ROLE-04).",
                        max_length=254,
                        verbose_name="e-mail",
                    ),
                ),
                ("job_title", models.CharField(blank=True, max_length=255, verbose_name="job title")),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="people",
                        to="ogp_wagtail.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "user",
                    models.OneToOneField(
                        blank=True,
                        help_text="The account with which this person works on this site.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="log-in",
                    ),
                ),
            ],
            options={
                "verbose_name": "person",
                "verbose_name_plural": "people",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Orientation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        help_text="Both sides take part in the orientation (ORIENT-02).",
                        max_length=40,
                        verbose_name="side",
                    ),
                ),
                (
                    "invited_on",
                    models.DateField(
                        blank=True,
                        help_text="When the platform was opened to this person.",
                        null=True,
                        verbose_name="access given on",
                    ),
                ),
                (
                    "completed_on",
                    models.DateField(
                        blank=True,
                        help_text="By the day on which co-creation starts (ORIENT-01).",
                        null=True,
                        verbose_name="completed on",
                    ),
                ),
                (
                    "jurisdiction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="orientation",
                        to="ogp_wagtail.jurisdiction",
                        verbose_name="jurisdiction",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="orientation",
                        to="ogp_wagtail.person",
                        verbose_name="participant",
                    ),
                ),
            ],
            options={
                "verbose_name": "participant in orientation",
                "verbose_name_plural": "participants in orientation",
                "ordering": ["jurisdiction__name", "person__name"],
            },
        ),
        migrations.AddField(
            model_name="monitoringbody",
            name="person",
            field=models.ForeignKey(
                blank=True,
                help_text="With the log-in of this person, and no other, reports are filed (ROLE-09).",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="ogp_wagtail.person",
                verbose_name="person who files its reports",
            ),
        ),
        migrations.AddField(
            model_name="jurisdiction",
            name="point_of_contact",
            field=models.ForeignKey(
                blank=True,
                help_text="The one official who works with OGP from day to day and submits the plan (ROLE-03).",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="ogp_wagtail.person",
                verbose_name="point of contact",
            ),
        ),
        migrations.AddField(
            model_name="jurisdiction",
            name="senior_official",
            field=models.ForeignKey(
                blank=True,
                help_text="Oversees the participation, by delegation of the head of government (ROLE-01).",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="ogp_wagtail.person",
                verbose_name="senior official",
            ),
        ),
        migrations.CreateModel(
            name="CoalitionMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "signatory",
                    models.CharField(
                        blank=True,
                        help_text="Who signed the agreement for it (COAL-15).",
                        max_length=255,
                        verbose_name="signed by",
                    ),
                ),
                (
                    "next_step",
                    models.CharField(
                        blank=True,
                        default="undecided",
                        help_text="Nothing is renewed by itself: each member chooses how it goes on (COAL-17).",
                        max_length=40,
                        verbose_name="after the joint plan",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(editable=False, verbose_name="seat")),
                (
                    "coalition",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="ogp_wagtail.coalition",
                    ),
                ),
                (
                    "jurisdiction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="coalition_seats",
                        to="ogp_wagtail.jurisdiction",
                        verbose_name="jurisdiction",
                    ),
                ),
                (
                    "local_coordinator",
                    models.ForeignKey(
                        blank=True,
                        help_text="Coordinates inside this jurisdiction. Only the point of contact submits (COAL-14).",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="ogp_wagtail.person",
                        verbose_name="local coordinator",
                    ),
                ),
            ],
            options={
                "verbose_name": "member",
                "verbose_name_plural": "members",
                "ordering": ["jurisdiction__name"],
            },
        ),
        migrations.AddField(
            model_name="coalition",
            name="point_of_contact",
            field=models.ForeignKey(
                blank=True,
                help_text="The one official who works with OGP from day to day and submits the plan (ROLE-03).",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="ogp_wagtail.person",
                verbose_name="point of contact",
            ),
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "code",
                    models.SlugField(
                        help_text="Names the plan in addresses and commands.",
                        max_length=40,
                        unique=True,
                        verbose_name="short code",
                    ),
                ),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                ("language", models.CharField(max_length=20, verbose_name="working language")),
                (
                    "period_basis",
                    models.CharField(blank=True, max_length=40, verbose_name="basis of the period"),
                ),
                (
                    "period_start",
                    models.DateField(blank=True, null=True, verbose_name="first day of the plan"),
                ),
                ("period_end", models.DateField(blank=True, null=True, verbose_name="last day of the plan")),
                (
                    "edition",
                    models.CharField(
                        default="2024-fr-web", max_length=40, verbose_name="edition of the handbook"
                    ),
                ),
                (
                    "readings",
                    models.JSONField(blank=True, default=dict, verbose_name="readings of the handbook"),
                ),
                (
                    "submitted_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="submitted on"),
                ),
                (
                    "coalition",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plan",
                        to="ogp_wagtail.coalition",
                        verbose_name="coalition",
                    ),
                ),
                (
                    "jurisdiction",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plans",
                        to="ogp_wagtail.jurisdiction",
                        verbose_name="jurisdiction",
                    ),
                ),
            ],
            options={
                "verbose_name": "action plan",
                "verbose_name_plural": "action plans",
                "ordering": ["code"],
            },
        ),
        migrations.CreateModel(
            name="OverruledWarning",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("about", models.CharField(max_length=255, verbose_name="about")),
                ("judged_on", models.DateField(verbose_name="day")),
                ("judged_at", models.DateTimeField(auto_now_add=True, verbose_name="recorded at")),
                ("judged_by_name", models.CharField(max_length=255, verbose_name="by")),
                ("rule", models.CharField(max_length=20, verbose_name="rule")),
                ("form_field", models.CharField(blank=True, max_length=60, verbose_name="field")),
                ("reason", models.TextField(verbose_name="reason")),
                (
                    "judged_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        to="ogp_wagtail.plan",
                        verbose_name="action plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "overruled warning",
                "verbose_name_plural": "overruled warnings",
                "ordering": ["-judged_on", "-pk"],
                "default_related_name": "overruled",
            },
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(default="opportunity", max_length=40, verbose_name="kind")),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                ("text", models.TextField(blank=True, verbose_name="text")),
                (
                    "published_on",
                    models.DateField(
                        help_text="The day on which the public could first read or hear it.",
                        verbose_name="published on",
                    ),
                ),
                (
                    "event_on",
                    models.DateField(
                        blank=True,
                        help_text="Of an opportunity: when it takes place or ends. The notice comes before that day (WEB-04).",
                        null=True,
                        verbose_name="day of the event",
                    ),
                ),
                (
                    "channels",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="The website and other media that fit the place, such as radio (WEB-04).",
                        verbose_name="media",
                    ),
                ),
                (
                    "topics",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="What of the making of the plan it makes public (WEB-03, WEB-05, REC-03).",
                        verbose_name="what it tells",
                    ),
                ),
                (
                    "url",
                    models.URLField(
                        blank=True, help_text="Where it can be read in full.", verbose_name="address"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        help_text="The meeting that it announces, once its record is published.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="notices",
                        to="ogp_wagtail.meeting",
                        to_field="key",
                        verbose_name="meeting",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notices",
                        to="ogp_wagtail.plan",
                        verbose_name="action plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "notice",
                "verbose_name_plural": "notices",
                "ordering": ["-published_on", "-pk"],
            },
        ),
        migrations.AddField(
            model_name="meeting",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="meetings", to="ogp_wagtail.plan"
            ),
        ),
        migrations.AddField(
            model_name="learningreport",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="learning_reports",
                to="ogp_wagtail.plan",
                verbose_name="action plan",
            ),
        ),
        migrations.AddField(
            model_name="inceptionreport",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="inception_reports",
                to="ogp_wagtail.plan",
                verbose_name="action plan",
            ),
        ),
        migrations.AddField(
            model_name="folder",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="folders",
                to="ogp_wagtail.plan",
                verbose_name="action plan",
            ),
        ),
        migrations.AddField(
            model_name="filing",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="filings", to="ogp_wagtail.plan"
            ),
        ),
        migrations.AddField(
            model_name="filing",
            name="whole_plan",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="filing",
                to="ogp_wagtail.plan",
            ),
        ),
        migrations.AddField(
            model_name="evidenceitem",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="evidence",
                to="ogp_wagtail.plan",
                verbose_name="action plan",
            ),
        ),
        migrations.CreateModel(
            name="Endorsement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("signatory", models.CharField(blank=True, max_length=255, verbose_name="signed by")),
                ("endorsed_on", models.DateField(verbose_name="endorsed on")),
                (
                    "jurisdiction",
                    models.ForeignKey(
                        blank=True,
                        help_text="Where each member co-creates on its own: in whose process it took part. Else leave it empty.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ogp_wagtail.jurisdiction",
                        verbose_name="member",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        help_text="Only non-governmental stakeholders endorse a plan.",
                        limit_choices_to={"sector": "ngs"},
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="endorsements",
                        to="ogp_wagtail.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="endorsements",
                        to="ogp_wagtail.plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "endorsement",
                "verbose_name_plural": "endorsements",
                "ordering": ["endorsed_on"],
            },
        ),
        migrations.AddField(
            model_name="endofcommitmentreport",
            name="plan",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="assessments",
                to="ogp_wagtail.plan",
                verbose_name="action plan",
            ),
        ),
        migrations.AddField(
            model_name="commitment",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="commitments", to="ogp_wagtail.plan"
            ),
        ),
        migrations.CreateModel(
            name="PlanMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="seat")),
                ("left_on", models.DateField(blank=True, null=True, verbose_name="left on")),
                ("left_reason", models.TextField(blank=True, verbose_name="reason of leaving")),
                (
                    "jurisdiction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plan_seats",
                        to="ogp_wagtail.jurisdiction",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="ogp_wagtail.plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "member of the plan",
                "verbose_name_plural": "members of the plan",
                "ordering": ["jurisdiction__name"],
            },
        ),
        migrations.CreateModel(
            name="Party",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("role", models.CharField(max_length=40, verbose_name="role")),
                ("organisation", models.CharField(max_length=255, verbose_name="organisation")),
                ("branch", models.CharField(blank=True, max_length=40, verbose_name="branch of government")),
                ("contact_name", models.CharField(blank=True, max_length=255, verbose_name="contact person")),
                ("job_title", models.CharField(blank=True, max_length=255, verbose_name="job title")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                (
                    "part",
                    models.CharField(blank=True, max_length=500, verbose_name="role in the implementation"),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parties",
                        to="ogp_wagtail.commitment",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="ogp_wagtail.planmember",
                    ),
                ),
            ],
            options={
                "verbose_name": "party",
                "verbose_name_plural": "parties",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Participation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("end", models.DateField(verbose_name="last day")),
                ("implemented_on", models.DateField(blank=True, null=True, verbose_name="implemented on")),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participations",
                        to="ogp_wagtail.commitment",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participations",
                        to="ogp_wagtail.planmember",
                    ),
                ),
            ],
            options={
                "verbose_name": "part of a member",
                "verbose_name_plural": "parts of the members",
                "ordering": ["member__jurisdiction__name"],
            },
        ),
        migrations.CreateModel(
            name="Declaration",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("implemented_on", models.DateField(verbose_name="implemented on")),
                ("declared_on", models.DateField(verbose_name="declared on")),
                ("declared_by_name", models.CharField(max_length=255, verbose_name="declared by")),
                (
                    "reopened_on",
                    models.DateField(
                        blank=True,
                        help_text="The day of the assessment that found it not complete (COM-LIFE-03).",
                        null=True,
                        verbose_name="taken back on",
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="declarations",
                        to="ogp_wagtail.commitment",
                        verbose_name="commitment",
                    ),
                ),
                (
                    "declared_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="declarations",
                        to="ogp_wagtail.planmember",
                        verbose_name="member",
                    ),
                ),
            ],
            options={
                "verbose_name": "declaration of implementation",
                "verbose_name_plural": "declarations of implementation",
                "ordering": ["declared_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="DateChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("what", models.CharField(max_length=40, verbose_name="what")),
                ("old", models.DateField(blank=True, null=True, verbose_name="old")),
                ("new", models.DateField(blank=True, null=True, verbose_name="new")),
                ("changed_on", models.DateField(verbose_name="changed on")),
                ("changed_at", models.DateTimeField(verbose_name="changed at")),
                ("changed_by_name", models.CharField(blank=True, max_length=255, verbose_name="changed by")),
                (
                    "moved",
                    models.JSONField(
                        blank=True, default=list, encoder=django.core.serializers.json.DjangoJSONEncoder
                    ),
                ),
                (
                    "stayed",
                    models.JSONField(
                        blank=True, default=list, encoder=django.core.serializers.json.DjangoJSONEncoder
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        help_text="For instance an early election (PLAN-PERIOD-09).",
                        verbose_name="why it changed",
                    ),
                ),
                (
                    "told_on",
                    models.DateField(
                        blank=True,
                        help_text="The handbook knows no change of a filed plan's last day: ask the OGP Local team.",
                        null=True,
                        verbose_name="OGP Local team told on",
                    ),
                ),
                (
                    "changed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="date_changes",
                        to="ogp_wagtail.planmember",
                        verbose_name="member",
                    ),
                ),
            ],
            options={
                "verbose_name": "change of a date",
                "verbose_name_plural": "changes of dates",
                "ordering": ["changed_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ProgressUpdate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "quarter",
                    models.DateField(
                        help_text="Its first day, for instance 2027-04-01 for the second quarter (TRK-01).",
                        verbose_name="quarter",
                    ),
                ),
                (
                    "published_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="published on"),
                ),
                (
                    "published_by_name",
                    models.CharField(blank=True, editable=False, max_length=255, verbose_name="published by"),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="updates",
                        to="ogp_wagtail.plan",
                        verbose_name="action plan",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="published by",
                    ),
                ),
            ],
            options={
                "verbose_name": "quarterly update",
                "verbose_name_plural": "quarterly updates",
                "ordering": ["-quarter"],
            },
        ),
        migrations.CreateModel(
            name="ProgressEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="progress")),
                (
                    "step",
                    models.TextField(
                        blank=True,
                        help_text="It counts as progress with evidence of this quarter linked to the commitment (TRK-04).",
                        verbose_name="step taken",
                    ),
                ),
                ("delay_reason", models.TextField(blank=True, verbose_name="reason for delay")),
                ("next_steps", models.TextField(blank=True, verbose_name="next steps")),
                (
                    "percentage",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="done, in per cent",
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="progress_entries",
                        to="ogp_wagtail.commitment",
                        verbose_name="commitment",
                    ),
                ),
                (
                    "update",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="entries",
                        to="ogp_wagtail.progressupdate",
                    ),
                ),
            ],
            options={
                "verbose_name": "progress of a commitment",
                "verbose_name_plural": "progress of the commitments",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="MilestoneMove",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "old",
                    models.CharField(blank=True, editable=False, max_length=40, verbose_name="old status"),
                ),
                ("new", models.CharField(max_length=40, verbose_name="new status")),
                (
                    "reason",
                    models.TextField(
                        blank=True, help_text="Needed where it is stuck.", verbose_name="reason"
                    ),
                ),
                (
                    "next_steps",
                    models.TextField(
                        blank=True, help_text="Needed where it is stuck.", verbose_name="next steps"
                    ),
                ),
                (
                    "milestone",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moves",
                        to="ogp_wagtail.milestone",
                        verbose_name="milestone",
                    ),
                ),
                (
                    "update",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="moves",
                        to="ogp_wagtail.progressupdate",
                    ),
                ),
            ],
            options={
                "verbose_name": "move of a milestone",
                "verbose_name_plural": "moves of milestones",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="EvidenceLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "amendment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evidence_links",
                        to="ogp_wagtail.amendment",
                    ),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evidence_links",
                        to="ogp_wagtail.endofcommitmentreport",
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evidence_links",
                        to="ogp_wagtail.commitment",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        to="ogp_wagtail.evidenceitem",
                    ),
                ),
                (
                    "inception",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evidence_links",
                        to="ogp_wagtail.inceptionreport",
                    ),
                ),
                (
                    "learning",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evidence_links",
                        to="ogp_wagtail.learningreport",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evidence_links",
                        to="ogp_wagtail.meeting",
                    ),
                ),
                (
                    "milestone",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evidence_links",
                        to="ogp_wagtail.milestone",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evidence_links",
                        to="ogp_wagtail.plan",
                    ),
                ),
                (
                    "progress_update",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evidence_links",
                        to="ogp_wagtail.progressupdate",
                    ),
                ),
            ],
            options={
                "verbose_name": "what an item proves",
                "verbose_name_plural": "what items prove",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Contribution",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(default="proposal", max_length=40, verbose_name="kind")),
                ("stage", models.CharField(blank=True, max_length=40, verbose_name="stage")),
                ("made_on", models.DateField(verbose_name="made on")),
                ("text", models.TextField(verbose_name="what it says")),
                (
                    "author",
                    models.CharField(
                        blank=True,
                        help_text="Shown only where the person agrees (MEET-05).",
                        max_length=255,
                        verbose_name="name",
                    ),
                ),
                ("is_name_public", models.BooleanField(default=False, verbose_name="the name may be shown")),
                (
                    "affiliation",
                    models.CharField(blank=True, max_length=255, verbose_name="organisation or group"),
                ),
                (
                    "is_public",
                    models.BooleanField(
                        default=True,
                        help_text="Everything is, except what would hurt somebody's privacy or dignity.",
                        verbose_name="shown on the plan's page",
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        blank=True,
                        help_text="Choose one thing that it is about; none where it is about the plan.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contributions",
                        to="ogp_wagtail.commitment",
                        verbose_name="commitment",
                    ),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        blank=True,
                        help_text="The government answers each comment on an assessment (MON-PUB-02).",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contributions",
                        to="ogp_wagtail.endofcommitmentreport",
                        verbose_name="end-of-commitment report",
                    ),
                ),
                (
                    "inception",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contributions",
                        to="ogp_wagtail.inceptionreport",
                        verbose_name="inception report",
                    ),
                ),
                (
                    "learning",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contributions",
                        to="ogp_wagtail.learningreport",
                        verbose_name="final learning report",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contributions",
                        to="ogp_wagtail.meeting",
                        verbose_name="meeting",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contributions",
                        to="ogp_wagtail.plan",
                        verbose_name="action plan",
                    ),
                ),
                (
                    "progress_update",
                    models.ForeignKey(
                        blank=True,
                        help_text="Progress can be commented by everybody (WEB-07).",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contributions",
                        to="ogp_wagtail.progressupdate",
                        verbose_name="quarterly update",
                    ),
                ),
            ],
            options={
                "verbose_name": "contribution",
                "verbose_name_plural": "contributions",
                "ordering": ["-made_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ReasonedResponse",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("outcome", models.CharField(max_length=40, verbose_name="outcome")),
                (
                    "reason",
                    models.TextField(
                        help_text="Why, in words that the person who contributed understands (REC-07).",
                        verbose_name="reason",
                    ),
                ),
                ("answered_on", models.DateField(verbose_name="answered on")),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ogp_wagtail.organisation",
                        verbose_name="answered by",
                    ),
                ),
                (
                    "contribution",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="response",
                        to="ogp_wagtail.contribution",
                        verbose_name="contribution",
                    ),
                ),
            ],
            options={
                "verbose_name": "reasoned response",
                "verbose_name_plural": "reasoned responses",
                "ordering": ["-answered_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="RequirementResult",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "requirement",
                    models.CharField(
                        choices=[
                            ("COCR-01", "There is a space for participation"),
                            ("COCR-02", "At least one meeting during co-creation"),
                            ("COCR-04", "The space includes government and non-government"),
                            ("COCR-05", "Non-governmental stakeholders endorse the final plan"),
                        ],
                        max_length=20,
                        verbose_name="requirement",
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        help_text="Met or not met is the Support Unit's word; a member says “self-assessed” (COCR-06).",
                        max_length=40,
                        verbose_name="result",
                    ),
                ),
                (
                    "evaluated_by",
                    models.CharField(default="support-unit", max_length=40, verbose_name="evaluated by"),
                ),
                ("evaluated_on", models.DateField(verbose_name="evaluated on")),
                (
                    "evidence",
                    models.TextField(
                        blank=True, help_text="What the result rests on.", verbose_name="evidence"
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        blank=True,
                        help_text="The letter or message of the Support Unit.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=get_document_model_string(),
                        verbose_name="letter",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        help_text="Only where the members of a coalition are looked at one by one.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ogp_wagtail.jurisdiction",
                        verbose_name="member",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="requirement_results",
                        to="ogp_wagtail.plan",
                        verbose_name="action plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "result of a requirement",
                "verbose_name_plural": "results of the requirements",
                "ordering": ["-evaluated_on", "requirement"],
                "permissions": [("evaluate_requirements", "Can record the Support Unit's results")],
            },
        ),
        migrations.CreateModel(
            name="Resource",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=40, verbose_name="kind")),
                (
                    "amount",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=16, null=True, verbose_name="amount"
                    ),
                ),
                ("currency", models.CharField(blank=True, max_length=3, verbose_name="currency")),
                ("description", models.CharField(blank=True, max_length=500, verbose_name="description")),
                ("provider", models.CharField(blank=True, max_length=255, verbose_name="provided by")),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="resources",
                        to="ogp_wagtail.commitment",
                    ),
                ),
            ],
            options={
                "verbose_name": "resource",
                "verbose_name_plural": "resources",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="ReviewAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("about", models.CharField(max_length=255, verbose_name="about")),
                ("judged_on", models.DateField(verbose_name="day")),
                ("judged_at", models.DateTimeField(auto_now_add=True, verbose_name="recorded at")),
                ("judged_by_name", models.CharField(max_length=255, verbose_name="by")),
                ("question", models.CharField(max_length=60, verbose_name="question")),
                ("answer", models.CharField(max_length=40, verbose_name="answer")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "judged",
                    models.CharField(
                        blank=True,
                        help_text="SHA-256 of the text as it was: once that has changed, the question is asked again.",
                        max_length=64,
                        verbose_name="text judged",
                    ),
                ),
                (
                    "judged_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        to="ogp_wagtail.plan",
                        verbose_name="action plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "answer of a reviewer",
                "verbose_name_plural": "answers of reviewers",
                "ordering": ["-judged_on", "-pk"],
                "default_related_name": "answers",
            },
        ),
        migrations.CreateModel(
            name="RoleAssignment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=40, verbose_name="role")),
                ("holder", models.CharField(max_length=255, verbose_name="held by")),
                ("start", models.DateField(verbose_name="from")),
                (
                    "end",
                    models.DateField(
                        blank=True,
                        help_text="The last day. Empty while the role is held.",
                        null=True,
                        verbose_name="until",
                    ),
                ),
                (
                    "coalition",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="role_assignments",
                        to="ogp_wagtail.coalition",
                        verbose_name="coalition",
                    ),
                ),
                (
                    "jurisdiction",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="role_assignments",
                        to="ogp_wagtail.jurisdiction",
                        verbose_name="jurisdiction",
                    ),
                ),
                (
                    "monitoring_body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="roles",
                        to="ogp_wagtail.monitoringbody",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="roles",
                        to="ogp_wagtail.organisation",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="roles",
                        to="ogp_wagtail.person",
                    ),
                ),
            ],
            options={
                "verbose_name": "role held",
                "verbose_name_plural": "roles held",
                "ordering": ["-start", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("language", models.CharField(blank=True, max_length=20, verbose_name="language")),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                ("dated_on", models.DateField(blank=True, null=True, verbose_name="date")),
                (
                    "added_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="added on"),
                ),
                (
                    "indexed_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="indexed on"),
                ),
                ("index_form", models.PositiveSmallIntegerField(default=0, editable=False)),
                (
                    "index_error",
                    models.CharField(blank=True, editable=False, max_length=500, verbose_name="error"),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="search_entries",
                        to="ogp_wagtail.endofcommitmentreport",
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="search_entries",
                        to="ogp_wagtail.commitment",
                    ),
                ),
                (
                    "inception",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="search_entries",
                        to="ogp_wagtail.inceptionreport",
                    ),
                ),
                (
                    "item",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="search_entry",
                        to="ogp_wagtail.evidenceitem",
                    ),
                ),
                (
                    "learning",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="search_entries",
                        to="ogp_wagtail.learningreport",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="search_entries",
                        to="ogp_wagtail.meeting",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="search_entries",
                        to="ogp_wagtail.plan",
                    ),
                ),
                (
                    "progress_update",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="search_entries",
                        to="ogp_wagtail.progressupdate",
                    ),
                ),
            ],
            options={
                "verbose_name": "what can be found",
                "verbose_name_plural": "what can be found",
                "ordering": ["-added_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Passage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                (
                    "place_kind",
                    models.CharField(
                        choices=[
                            ("page", "page"),
                            ("slide", "slide"),
                            ("sheet", "sheet"),
                            ("heading", "section"),
                            ("message", "message"),
                            ("part", "part"),
                            ("title", "title"),
                        ],
                        max_length=10,
                    ),
                ),
                ("place_number", models.PositiveIntegerField(null=True)),
                ("place_name", models.CharField(blank=True, max_length=255)),
                ("place_range", models.CharField(blank=True, max_length=60)),
                ("place_anchor", models.CharField(blank=True, max_length=80)),
                ("heading", models.CharField(blank=True, max_length=255)),
                ("language", models.CharField(blank=True, max_length=20)),
                ("text", models.TextField()),
                ("stems", models.TextField(blank=True)),
                ("words", models.TextField(blank=True)),
                (
                    "version",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="passages",
                        to="ogp_wagtail.evidenceversion",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="passages",
                        to="ogp_wagtail.searchentry",
                    ),
                ),
            ],
            options={
                "verbose_name": "passage",
                "verbose_name_plural": "passages",
                "ordering": ["entry", "version", "number"],
            },
        ),
        migrations.CreateModel(
            name="Signatory",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=255, verbose_name="name")),
                ("capacity", models.CharField(max_length=40, verbose_name="signs as")),
                (
                    "delegation",
                    models.CharField(
                        blank=True,
                        help_text="Of a senior official: the order by which the head of government delegates (LOS-04).",
                        max_length=255,
                        verbose_name="delegation",
                    ),
                ),
                (
                    "legal_personality",
                    models.BooleanField(
                        default=False,
                        help_text="Of a non-governmental stakeholder: at least one is registered (LOS-05).",
                        verbose_name="has legal personality",
                    ),
                ),
                (
                    "application",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signatories",
                        to="ogp_wagtail.application",
                    ),
                ),
            ],
            options={
                "verbose_name": "signatory",
                "verbose_name_plural": "signatories",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Slot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="number")),
                (
                    "commitment",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="slot",
                        to="ogp_wagtail.commitment",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="slots",
                        to="ogp_wagtail.plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "slot",
                "verbose_name_plural": "slots",
                "ordering": ["plan", "number"],
            },
        ),
        migrations.CreateModel(
            name="StatusEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("status", models.CharField(max_length=40, verbose_name="status")),
                (
                    "trigger",
                    models.CharField(
                        blank=True,
                        help_text="The condition of the handbook that was met, or the member's own request (STAT-06).",
                        max_length=40,
                        verbose_name="trigger",
                    ),
                ),
                (
                    "quarters",
                    models.CharField(
                        blank=True,
                        help_text="Where the tracker is the reason: the quarters in question, for instance 2024-Q2, 2024-Q3.",
                        max_length=255,
                        verbose_name="quarters",
                    ),
                ),
                (
                    "condition_met_on",
                    models.DateField(blank=True, null=True, verbose_name="condition met on"),
                ),
                ("letter_on", models.DateField(blank=True, null=True, verbose_name="date of the letter")),
                (
                    "conferred_on",
                    models.DateField(
                        blank=True,
                        help_text="The clocks of six and of four months count from this day. Left empty, it is the letter's.",
                        verbose_name="conferred on",
                    ),
                ),
                (
                    "unavoidable",
                    models.BooleanField(
                        default=False,
                        help_text="Only at the member's own request: such inactivity may last beyond six months (STAT-11).",
                        verbose_name="for reasons that could not be avoided",
                    ),
                ),
                ("requested_on", models.DateField(blank=True, null=True, verbose_name="asked for on")),
                (
                    "reason",
                    models.TextField(
                        blank=True, help_text="Shown to the public (STAT-17).", verbose_name="reason"
                    ),
                ),
                (
                    "discussed_with_ngs_on",
                    models.DateField(
                        blank=True,
                        help_text="Recommended (STAT-08).",
                        null=True,
                        verbose_name="discussed with stakeholders on",
                    ),
                ),
                (
                    "discussed_with_su_on",
                    models.DateField(blank=True, null=True, verbose_name="discussed with OGP Local on"),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "jurisdiction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="status_events",
                        to="ogp_wagtail.jurisdiction",
                        verbose_name="member",
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        blank=True,
                        help_text="Notes inactivity, also at the member's own request, and probation (STAT-09).",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=get_document_model_string(),
                        verbose_name="letter of the Support Unit",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "membership status",
                "verbose_name_plural": "membership statuses",
                "ordering": ["jurisdiction__name", "conferred_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="StoredFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sha256", models.CharField(max_length=64, unique=True, verbose_name="SHA-256")),
                ("size", models.PositiveBigIntegerField(verbose_name="size in bytes")),
                ("name", models.CharField(max_length=255, unique=True, verbose_name="name in the storage")),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("sound", "as it was stored"),
                            ("missing", "missing in the storage"),
                            ("changed", "other bytes than were stored"),
                        ],
                        default="sound",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("seen", models.CharField(blank=True, editable=False, max_length=80)),
                (
                    "verified_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="verified on"),
                ),
            ],
            options={
                "verbose_name": "stored file",
                "verbose_name_plural": "stored files",
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["verified_at"], name="ogp_stored_verified")],
            },
        ),
        migrations.AddField(
            model_name="evidenceversion",
            name="stored",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="versions",
                to="ogp_wagtail.storedfile",
                verbose_name="bytes",
            ),
        ),
        migrations.CreateModel(
            name="Term",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("start", models.DateField(blank=True, null=True, verbose_name="first day")),
                (
                    "end",
                    models.DateField(
                        help_text="The last full day in office, not the day on which the next administration is sworn in. Without elections: the last day of the period that the jurisdiction chose.",
                        verbose_name="last day",
                    ),
                ),
                (
                    "jurisdiction",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="terms",
                        to="ogp_wagtail.jurisdiction",
                        verbose_name="jurisdiction",
                    ),
                ),
            ],
            options={
                "verbose_name": "term of the administration",
                "verbose_name_plural": "terms of the administration",
                "ordering": ["end"],
            },
        ),
        migrations.AddField(
            model_name="planmember",
            name="term",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="ogp_wagtail.term",
            ),
        ),
        migrations.CreateModel(
            name="TrackRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=255, verbose_name="reform or co-creation")),
                (
                    "ended_on",
                    models.DateField(
                        blank=True, help_text="Empty while it goes on.", null=True, verbose_name="ended on"
                    ),
                ),
                (
                    "application",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="track_record",
                        to="ogp_wagtail.application",
                    ),
                ),
            ],
            options={
                "verbose_name": "reform or co-creation",
                "verbose_name_plural": "reforms and co-creations",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Traits",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("signature", models.CharField(max_length=64, unique=True)),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("file", "files"),
                            ("link", "links"),
                            ("plan", "action plans"),
                            ("commitment", "commitments"),
                            ("meeting", "meetings"),
                            ("report", "reports"),
                        ],
                        max_length=10,
                    ),
                ),
                ("kind", models.CharField(blank=True, max_length=60)),
                ("file_type", models.CharField(blank=True, max_length=20)),
                ("language", models.CharField(blank=True, max_length=20)),
                ("year", models.CharField(blank=True, max_length=4)),
                ("commitments", models.TextField(blank=True)),
                ("cities", models.TextField(blank=True)),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="ogp_wagtail.plan"
                    ),
                ),
            ],
            options={
                "verbose_name": "what facets count",
                "verbose_name_plural": "what facets count",
            },
        ),
        migrations.AddField(
            model_name="searchentry",
            name="traits",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.RESTRICT, related_name="entries", to="ogp_wagtail.traits"
            ),
        ),
        migrations.CreateModel(
            name="Website",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "url",
                    models.URLField(
                        help_text="A page of the government's own site will do (REC-01).",
                        verbose_name="address",
                    ),
                ),
                (
                    "is_linked",
                    models.BooleanField(
                        default=False, verbose_name="linked from the home page of the government"
                    ),
                ),
                ("is_searchable", models.BooleanField(default=False, verbose_name="has a search")),
                (
                    "shows_lead_agency",
                    models.BooleanField(default=False, verbose_name="names the lead agency"),
                ),
                (
                    "shows_contact",
                    models.BooleanField(
                        default=False, verbose_name="names the point of contact, with an e-mail"
                    ),
                ),
                (
                    "takes_input",
                    models.BooleanField(
                        default=False,
                        help_text="A form, an address or a forum (REC-04).",
                        verbose_name="everybody can give input",
                    ),
                ),
                (
                    "takes_comments",
                    models.BooleanField(
                        default=False, help_text="WEB-07", verbose_name="updates of progress can be commented"
                    ),
                ),
                (
                    "strategy",
                    models.URLField(
                        blank=True,
                        help_text="Where it can be read; suggested (WEB-08).",
                        verbose_name="communication strategy",
                    ),
                ),
                (
                    "updated_on",
                    models.DateField(
                        blank=True,
                        help_text="News and minutes recorded here count by themselves (WEB-09).",
                        null=True,
                        verbose_name="last updated on",
                    ),
                ),
                (
                    "irm_link",
                    models.URLField(
                        blank=True,
                        help_text="Where OGP has published what its reporting mechanism says of the use of its guidance (ROLE-12).",
                        verbose_name="reflections of the IRM",
                    ),
                ),
                (
                    "coalition",
                    models.OneToOneField(
                        blank=True,
                        help_text="Choose a coalition or a jurisdiction, not both.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="process_website",
                        to="ogp_wagtail.coalition",
                        verbose_name="coalition",
                    ),
                ),
                (
                    "jurisdiction",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="process_website",
                        to="ogp_wagtail.jurisdiction",
                        verbose_name="jurisdiction",
                    ),
                ),
            ],
            options={
                "verbose_name": "website of the process",
                "verbose_name_plural": "websites of the process",
                "ordering": ["url"],
            },
        ),
        migrations.CreateModel(
            name="ActionPlanPageForeword",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("side", models.CharField(max_length=40, verbose_name="written by")),
                ("author", models.CharField(blank=True, max_length=255, verbose_name="author")),
                ("text", wagtail.fields.RichTextField(verbose_name="text")),
                (
                    "locale",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="locale",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="forewords",
                        to="ogp_wagtail.actionplanpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "foreword",
                "ordering": ["sort_order"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
            },
        ),
        migrations.CreateModel(
            name="ActionPlanPageGoal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("text", models.CharField(max_length=500, verbose_name="goal")),
                (
                    "locale",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="locale",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="goals",
                        to="ogp_wagtail.actionplanpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "long-term goal",
                "ordering": ["sort_order"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
            },
        ),
        migrations.CreateModel(
            name="CommitmentPageMilestone",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("deliverable", models.CharField(max_length=500, verbose_name="deliverable")),
                ("start_month", models.DateField(blank=True, null=True, verbose_name="first month")),
                ("end_month", models.DateField(blank=True, null=True, verbose_name="last month")),
                ("responsible", models.CharField(blank=True, max_length=255, verbose_name="responsible")),
                ("contact", models.CharField(blank=True, max_length=255, verbose_name="contact")),
                ("status", models.CharField(default="not-started", max_length=40, verbose_name="status")),
                (
                    "evidence_kind",
                    models.CharField(
                        blank=True,
                        help_text="Optional: the type of evidence that will show that it is finished (QUAL-04).",
                        max_length=40,
                        verbose_name="evidence to come",
                    ),
                ),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "locale",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="locale",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="milestones",
                        to="ogp_wagtail.commitmentpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "milestone",
                "ordering": ["sort_order"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
            },
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("decision", ""),
                    models.Q(
                        ("decided_as", "support-unit"),
                        ("decided_on__gte", models.F("submitted_on")),
                        ("decided_on__isnull", False),
                        ("submitted_on__isnull", False),
                        models.Q(("decision_reasons", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="ogp_application_decided",
            ),
        ),
        migrations.AlterUniqueTogether(
            name="actionplanpagespace",
            unique_together={("translation_key", "locale")},
        ),
        migrations.AddConstraint(
            model_name="feedbackinvitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("assessment__isnull", True), ("inception__isnull", False), ("learning__isnull", True)
                    ),
                    models.Q(
                        ("assessment__isnull", False), ("inception__isnull", True), ("learning__isnull", True)
                    ),
                    models.Q(
                        ("assessment__isnull", True), ("inception__isnull", True), ("learning__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="ogp_invitation_one_report",
            ),
        ),
        migrations.AddConstraint(
            model_name="amendment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("filed_on__isnull", True),
                    models.Q(
                        models.Q(("reason", ""), _negated=True),
                        ("consulted_on__isnull", False),
                        ("approved_on__lte", models.F("effective_on")),
                        ("notified_on__lte", models.F("effective_on")),
                        ("effective_on__lte", models.F("filed_on")),
                    ),
                    _connector="OR",
                ),
                name="ogp_amendment_whole_in_force",
            ),
        ),
        migrations.AddConstraint(
            model_name="orientation",
            constraint=models.UniqueConstraint(
                fields=("jurisdiction", "person"),
                name="ogp_orientation_once",
                violation_error_message="This person is already a participant for this jurisdiction.",
            ),
        ),
        migrations.AddConstraint(
            model_name="orientation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("invited_on__isnull", True),
                    ("completed_on__isnull", True),
                    ("completed_on__gte", models.F("invited_on")),
                    _connector="OR",
                ),
                name="ogp_orientation_days",
                violation_error_message="Orientation cannot be completed before access is given.",
            ),
        ),
        migrations.AddConstraint(
            model_name="jurisdiction",
            constraint=models.UniqueConstraint(
                fields=("country", "name"),
                name="ogp_jurisdiction_name",
                violation_error_message="This country already has a jurisdiction of that name.",
            ),
        ),
        migrations.AddConstraint(
            model_name="jurisdiction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("extension_granted__isnull", True),
                    ("extension_requested_on__isnull", False),
                    _connector="OR",
                ),
                name="ogp_extension_asked_for",
                violation_error_message="An extension is granted or refused once it was asked for: give that day.",
            ),
        ),
        migrations.AddConstraint(
            model_name="jurisdiction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("extension_requested_on__isnull", True), ("su_deadline__isnull", False), _connector="OR"
                ),
                name="ogp_extension_of_a_deadline",
                violation_error_message="Give the day set by the Support Unit, which is to be extended.",
            ),
        ),
        migrations.AddConstraint(
            model_name="jurisdiction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("extended_deadline__isnull", True),
                    models.Q(("extension_granted", True), ("extension_granted__isnull", False)),
                    _connector="OR",
                ),
                name="ogp_extension_granted",
                violation_error_message="Only an extension that was granted has a day until which it runs.",
            ),
        ),
        migrations.AddConstraint(
            model_name="jurisdiction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("extension_granted__isnull", True),
                    ("extension_granted", False),
                    models.Q(
                        ("extended_deadline__gt", models.F("su_deadline")),
                        ("extended_deadline__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="ogp_extension_is_later",
                violation_error_message="An extension runs until a day after the one set at first; give that day.",
            ),
        ),
        migrations.AddConstraint(
            model_name="coalitionmember",
            constraint=models.UniqueConstraint(
                fields=("coalition", "jurisdiction"),
                name="ogp_coalition_member_once",
                violation_error_message="This jurisdiction is already a member of the coalition.",
            ),
        ),
        migrations.AddConstraint(
            model_name="coalitionmember",
            constraint=models.UniqueConstraint(
                fields=("coalition", "number"), name="ogp_coalition_seat_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="coalitionmember",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gte", 1), ("number__lte", 4)), name="ogp_coalition_seats"
            ),
        ),
        migrations.AddConstraint(
            model_name="coalition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("formed_on__isnull", True),
                    ("ended_on__isnull", True),
                    ("formed_on__lte", models.F("ended_on")),
                    _connector="OR",
                ),
                name="ogp_coalition_days",
                violation_error_message="A coalition ends on the day it was formed or later.",
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("jurisdiction__isnull", True), ("coalition__isnull", True), _connector="OR"
                ),
                name="ogp_plan_one_owner",
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("period_start__isnull", True),
                    ("period_end__isnull", True),
                    ("period_start__lt", models.F("period_end")),
                    _connector="OR",
                ),
                name="ogp_plan_days",
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("submitted_on__isnull", True),
                    models.Q(
                        ("period_end__isnull", False),
                        models.Q(
                            ("jurisdiction__isnull", False), ("coalition__isnull", False), _connector="OR"
                        ),
                    ),
                    _connector="OR",
                ),
                name="ogp_plan_whole_when_submitted",
            ),
        ),
        migrations.AddConstraint(
            model_name="overruledwarning",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="ogp_overruled_with_a_reason"
            ),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind", "opportunity"), ("event_on__isnull", True), _connector="OR"),
                name="ogp_notice_event",
                violation_error_message="Only an opportunity to take part has a day of the event.",
            ),
        ),
        migrations.AddConstraint(
            model_name="learningreport",
            constraint=models.UniqueConstraint(
                fields=("plan",),
                name="ogp_learning_once",
                violation_error_message="The plan has a learning report already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="inceptionreport",
            constraint=models.UniqueConstraint(
                condition=models.Q(("commitment__isnull", True)),
                fields=("plan",),
                name="ogp_inception_once",
                violation_error_message="The plan has an inception report already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="inceptionreport",
            constraint=models.UniqueConstraint(
                fields=("commitment",),
                name="ogp_design_check_once",
                violation_error_message="This commitment has been looked at already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="folder",
            constraint=models.UniqueConstraint(
                fields=("plan", "path"),
                name="ogp_folder_path",
                violation_error_message="The plan already has a folder of that name there.",
            ),
        ),
        migrations.AddConstraint(
            model_name="filing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("amendment__isnull", True),
                        ("commitment__isnull", True),
                        ("whole_plan", models.F("plan")),
                        ("whole_plan__isnull", False),
                    ),
                    models.Q(
                        ("amendment__isnull", True),
                        ("commitment__isnull", False),
                        ("whole_plan__isnull", True),
                    ),
                    models.Q(
                        ("amendment__isnull", False),
                        ("commitment__isnull", True),
                        ("whole_plan__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="ogp_filing_of_one_thing",
            ),
        ),
        migrations.AddIndex(
            model_name="evidenceitem",
            index=models.Index(fields=["plan", "source_path"], name="ogp_evidence_source"),
        ),
        migrations.AddConstraint(
            model_name="endorsement",
            constraint=models.UniqueConstraint(
                fields=("plan", "organisation"),
                name="ogp_endorsement_once",
                violation_error_message="This organisation has already endorsed the plan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="endofcommitmentreport",
            constraint=models.UniqueConstraint(
                condition=models.Q(("submitted_on__isnull", True)),
                fields=("commitment",),
                name="ogp_assessment_one_draft",
                violation_error_message="An assessment of this commitment is being written already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="endofcommitmentreport",
            constraint=models.UniqueConstraint(
                condition=models.Q(("completion", "complete"), ("submitted_on__isnull", False)),
                fields=("commitment",),
                name="ogp_assessment_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="commitment",
            constraint=models.UniqueConstraint(fields=("plan", "code"), name="ogp_commitment_code"),
        ),
        migrations.AddConstraint(
            model_name="commitment",
            constraint=models.CheckConstraint(
                condition=models.Q(("start__lte", models.F("end"))), name="ogp_commitment_days"
            ),
        ),
        migrations.AddConstraint(
            model_name="commitment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("implemented_on__isnull", True),
                    models.Q(("implemented_on__gte", models.F("start")), ("submitted_on__isnull", False)),
                    _connector="OR",
                ),
                name="ogp_commitment_implemented",
            ),
        ),
        migrations.AddConstraint(
            model_name="commitment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("assessed_on__isnull", True), ("submitted_on__isnull", False), _connector="OR"
                ),
                name="ogp_commitment_assessed",
            ),
        ),
        migrations.AddConstraint(
            model_name="commitment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("released_on__isnull", True),
                    ("implemented_on__isnull", False),
                    ("assessed_on__isnull", False),
                    ("withdrawn_on__isnull", False),
                    _connector="OR",
                ),
                name="ogp_commitment_released",
            ),
        ),
        migrations.AddConstraint(
            model_name="commitment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("withdrawn_on__isnull", True),
                    models.Q(("withdrawn_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="ogp_commitment_withdrawn",
            ),
        ),
        migrations.AddConstraint(
            model_name="participation",
            constraint=models.UniqueConstraint(
                fields=("commitment", "member"), name="ogp_participation_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="declaration",
            constraint=models.CheckConstraint(
                condition=models.Q(("implemented_on__lte", models.F("declared_on"))),
                name="ogp_declaration_days",
            ),
        ),
        migrations.AddConstraint(
            model_name="declaration",
            constraint=models.UniqueConstraint(
                condition=models.Q(("reopened_on__isnull", True)),
                fields=("commitment", "member"),
                name="ogp_declaration_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="datechange",
            constraint=models.CheckConstraint(
                condition=models.Q(("what__in", ("term-end", "own-period", "joined-on"))),
                name="ogp_date_change_what",
            ),
        ),
        migrations.AddConstraint(
            model_name="progressupdate",
            constraint=models.UniqueConstraint(
                fields=("plan", "quarter"),
                name="ogp_update_once",
                violation_error_message="The plan has an update of this quarter already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="progressupdate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("published_on__isnull", True),
                    models.Q(("published_by_name", ""), _negated=True),
                    _connector="OR",
                ),
                name="ogp_update_published_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="progressentry",
            constraint=models.UniqueConstraint(
                fields=("update", "commitment"),
                name="ogp_entry_once",
                violation_error_message="The update already says something of this commitment.",
            ),
        ),
        migrations.AddConstraint(
            model_name="progressentry",
            constraint=models.CheckConstraint(
                condition=models.Q(("percentage__isnull", True), ("percentage__lte", 100), _connector="OR"),
                name="ogp_entry_percentage",
            ),
        ),
        migrations.AddConstraint(
            model_name="milestonemove",
            constraint=models.UniqueConstraint(
                fields=("update", "milestone"),
                name="ogp_move_once",
                violation_error_message="The update already moves this milestone.",
            ),
        ),
        migrations.AddConstraint(
            model_name="evidencelink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("amendment__isnull", True),
                        ("assessment__isnull", True),
                        ("commitment__isnull", True),
                        ("inception__isnull", True),
                        ("learning__isnull", True),
                        ("meeting__isnull", True),
                        ("milestone__isnull", True),
                        ("plan__isnull", False),
                        ("progress_update__isnull", True),
                    ),
                    models.Q(
                        ("amendment__isnull", True),
                        ("assessment__isnull", True),
                        ("commitment__isnull", False),
                        ("inception__isnull", True),
                        ("learning__isnull", True),
                        ("meeting__isnull", True),
                        ("milestone__isnull", True),
                        ("plan__isnull", True),
                        ("progress_update__isnull", True),
                    ),
                    models.Q(
                        ("amendment__isnull", True),
                        ("assessment__isnull", True),
                        ("commitment__isnull", True),
                        ("inception__isnull", True),
                        ("learning__isnull", True),
                        ("meeting__isnull", True),
                        ("milestone__isnull", False),
                        ("plan__isnull", True),
                        ("progress_update__isnull", True),
                    ),
                    models.Q(
                        ("amendment__isnull", True),
                        ("assessment__isnull", True),
                        ("commitment__isnull", True),
                        ("inception__isnull", True),
                        ("learning__isnull", True),
                        ("meeting__isnull", False),
                        ("milestone__isnull", True),
                        ("plan__isnull", True),
                        ("progress_update__isnull", True),
                    ),
                    models.Q(
                        ("amendment__isnull", False),
                        ("assessment__isnull", True),
                        ("commitment__isnull", True),
                        ("inception__isnull", True),
                        ("learning__isnull", True),
                        ("meeting__isnull", True),
                        ("milestone__isnull", True),
                        ("plan__isnull", True),
                        ("progress_update__isnull", True),
                    ),
                    models.Q(
                        ("amendment__isnull", True),
                        ("assessment__isnull", True),
                        ("commitment__isnull", True),
                        ("inception__isnull", False),
                        ("learning__isnull", True),
                        ("meeting__isnull", True),
                        ("milestone__isnull", True),
                        ("plan__isnull", True),
                        ("progress_update__isnull", True),
                    ),
                    models.Q(
                        ("amendment__isnull", True),
                        ("assessment__isnull", False),
                        ("commitment__isnull", True),
                        ("inception__isnull", True),
                        ("learning__isnull", True),
                        ("meeting__isnull", True),
                        ("milestone__isnull", True),
                        ("plan__isnull", True),
                        ("progress_update__isnull", True),
                    ),
                    models.Q(
                        ("amendment__isnull", True),
                        ("assessment__isnull", True),
                        ("commitment__isnull", True),
                        ("inception__isnull", True),
                        ("learning__isnull", False),
                        ("meeting__isnull", True),
                        ("milestone__isnull", True),
                        ("plan__isnull", True),
                        ("progress_update__isnull", True),
                    ),
                    models.Q(
                        ("amendment__isnull", True),
                        ("assessment__isnull", True),
                        ("commitment__isnull", True),
                        ("inception__isnull", True),
                        ("learning__isnull", True),
                        ("meeting__isnull", True),
                        ("milestone__isnull", True),
                        ("plan__isnull", True),
                        ("progress_update__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="ogp_evidence_link_target",
            ),
        ),
        migrations.AddConstraint(
            model_name="evidencelink",
            constraint=models.UniqueConstraint(fields=("item", "plan"), name="ogp_evidence_link_plan"),
        ),
        migrations.AddConstraint(
            model_name="evidencelink",
            constraint=models.UniqueConstraint(
                fields=("item", "commitment"), name="ogp_evidence_link_commitment"
            ),
        ),
        migrations.AddConstraint(
            model_name="evidencelink",
            constraint=models.UniqueConstraint(
                fields=("item", "milestone"), name="ogp_evidence_link_milestone"
            ),
        ),
        migrations.AddConstraint(
            model_name="evidencelink",
            constraint=models.UniqueConstraint(fields=("item", "meeting"), name="ogp_evidence_link_meeting"),
        ),
        migrations.AddConstraint(
            model_name="evidencelink",
            constraint=models.UniqueConstraint(
                fields=("item", "amendment"), name="ogp_evidence_link_amendment"
            ),
        ),
        migrations.AddConstraint(
            model_name="evidencelink",
            constraint=models.UniqueConstraint(
                fields=("item", "inception"), name="ogp_evidence_link_inception"
            ),
        ),
        migrations.AddConstraint(
            model_name="evidencelink",
            constraint=models.UniqueConstraint(
                fields=("item", "assessment"), name="ogp_evidence_link_assessment"
            ),
        ),
        migrations.AddConstraint(
            model_name="evidencelink",
            constraint=models.UniqueConstraint(
                fields=("item", "learning"), name="ogp_evidence_link_learning"
            ),
        ),
        migrations.AddConstraint(
            model_name="evidencelink",
            constraint=models.UniqueConstraint(
                fields=("item", "progress_update"), name="ogp_evidence_link_progress_update"
            ),
        ),
        migrations.AddConstraint(
            model_name="contribution",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("commitment__isnull", True), ("meeting__isnull", True), _connector="OR"),
                    models.Q(("commitment__isnull", True), ("inception__isnull", True), _connector="OR"),
                    models.Q(("commitment__isnull", True), ("assessment__isnull", True), _connector="OR"),
                    models.Q(("commitment__isnull", True), ("learning__isnull", True), _connector="OR"),
                    models.Q(
                        ("commitment__isnull", True), ("progress_update__isnull", True), _connector="OR"
                    ),
                    models.Q(("meeting__isnull", True), ("inception__isnull", True), _connector="OR"),
                    models.Q(("meeting__isnull", True), ("assessment__isnull", True), _connector="OR"),
                    models.Q(("meeting__isnull", True), ("learning__isnull", True), _connector="OR"),
                    models.Q(("meeting__isnull", True), ("progress_update__isnull", True), _connector="OR"),
                    models.Q(("inception__isnull", True), ("assessment__isnull", True), _connector="OR"),
                    models.Q(("inception__isnull", True), ("learning__isnull", True), _connector="OR"),
                    models.Q(("inception__isnull", True), ("progress_update__isnull", True), _connector="OR"),
                    models.Q(("assessment__isnull", True), ("learning__isnull", True), _connector="OR"),
                    models.Q(
                        ("assessment__isnull", True), ("progress_update__isnull", True), _connector="OR"
                    ),
                    models.Q(("learning__isnull", True), ("progress_update__isnull", True), _connector="OR"),
                ),
                name="ogp_contribution_one_thing",
                violation_error_message="A contribution is about one thing: choose one and leave the others empty.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contribution",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True),
                name="ogp_contribution_says_something",
                violation_error_message="Write what the contribution says.",
            ),
        ),
        migrations.AddConstraint(
            model_name="reasonedresponse",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", ""), _negated=True), models.Q(("reason", ""), _negated=True)
                ),
                name="ogp_response_reasoned",
                violation_error_message="A response has an outcome and a reason.",
            ),
        ),
        migrations.AddConstraint(
            model_name="requirementresult",
            constraint=models.UniqueConstraint(
                fields=("plan", "member", "requirement", "evaluated_by", "evaluated_on"),
                name="ogp_result_of_member_once",
                violation_error_message="There is a result of this requirement on that day already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="requirementresult",
            constraint=models.UniqueConstraint(
                condition=models.Q(("member__isnull", True)),
                fields=("plan", "requirement", "evaluated_by", "evaluated_on"),
                name="ogp_result_of_plan_once",
                violation_error_message="There is a result of this requirement on that day already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="roleassignment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("jurisdiction__isnull", True), ("coalition__isnull", True), _connector="XOR"
                ),
                name="ogp_role_one_owner",
            ),
        ),
        migrations.AddConstraint(
            model_name="roleassignment",
            constraint=models.CheckConstraint(
                condition=models.Q(("end__isnull", True), ("end__gte", models.F("start")), _connector="OR"),
                name="ogp_role_days",
                violation_error_message="The last day cannot come before the first.",
            ),
        ),
        migrations.AddConstraint(
            model_name="roleassignment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("end__isnull", True)),
                fields=("kind", "jurisdiction"),
                name="ogp_role_one_current",
            ),
        ),
        migrations.AddConstraint(
            model_name="roleassignment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("end__isnull", True)),
                fields=("kind", "coalition"),
                name="ogp_role_one_current_joint",
            ),
        ),
        migrations.AddConstraint(
            model_name="passage",
            constraint=models.UniqueConstraint(fields=("version", "number"), name="ogp_passage_number"),
        ),
        migrations.AddConstraint(
            model_name="slot",
            constraint=models.UniqueConstraint(fields=("plan", "number"), name="ogp_slot_once"),
        ),
        migrations.AddConstraint(
            model_name="slot",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gte", 1), ("number__lte", 12)), name="ogp_slot_numbers"
            ),
        ),
        migrations.AddConstraint(
            model_name="statusevent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("condition_met_on__isnull", True),
                    ("condition_met_on__lte", models.F("conferred_on")),
                    _connector="OR",
                ),
                name="ogp_status_after_condition",
                violation_error_message="A status is conferred once its condition is met, not before.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statusevent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("unavoidable", False),
                    models.Q(("status", "inactive"), ("trigger", "voluntary")),
                    _connector="OR",
                ),
                name="ogp_status_unavoidable",
                violation_error_message="Only inactivity at the member's own request can be unavoidable.",
            ),
        ),
        migrations.AddConstraint(
            model_name="evidenceversion",
            constraint=models.UniqueConstraint(fields=("item", "number"), name="ogp_evidence_version"),
        ),
        migrations.AddConstraint(
            model_name="term",
            constraint=models.UniqueConstraint(
                fields=("jurisdiction", "end"),
                name="ogp_term_end",
                violation_error_message="This jurisdiction already has a term that ends on that day.",
            ),
        ),
        migrations.AddConstraint(
            model_name="term",
            constraint=models.CheckConstraint(
                condition=models.Q(("start__isnull", True), ("start__lt", models.F("end")), _connector="OR"),
                name="ogp_term_days",
                violation_error_message="The term's last day must come after its first day.",
            ),
        ),
        migrations.AddConstraint(
            model_name="planmember",
            constraint=models.UniqueConstraint(fields=("plan", "jurisdiction"), name="ogp_plan_member_once"),
        ),
        migrations.AddConstraint(
            model_name="planmember",
            constraint=models.UniqueConstraint(fields=("plan", "number"), name="ogp_plan_seat_once"),
        ),
        migrations.AddConstraint(
            model_name="planmember",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gte", 1), ("number__lte", 4)), name="ogp_plan_seats"
            ),
        ),
        migrations.AddConstraint(
            model_name="planmember",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("left_on__isnull", True), models.Q(("left_reason", ""), _negated=True), _connector="OR"
                ),
                name="ogp_plan_member_left",
            ),
        ),
        migrations.AddIndex(
            model_name="searchentry",
            index=models.Index(fields=["index_form", "indexed_at"], name="ogp_search_entry_step"),
        ),
        migrations.AddConstraint(
            model_name="searchentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("assessment__isnull", True),
                        ("commitment__isnull", True),
                        ("inception__isnull", True),
                        ("item__isnull", True),
                        ("learning__isnull", True),
                        ("meeting__isnull", True),
                        ("progress_update__isnull", True),
                    ),
                    models.Q(
                        ("assessment__isnull", True),
                        ("commitment__isnull", True),
                        ("inception__isnull", True),
                        ("item__isnull", False),
                        ("learning__isnull", True),
                        ("meeting__isnull", True),
                        ("progress_update__isnull", True),
                    ),
                    models.Q(
                        ("assessment__isnull", True),
                        ("commitment__isnull", False),
                        ("inception__isnull", True),
                        ("item__isnull", True),
                        ("learning__isnull", True),
                        ("meeting__isnull", True),
                        ("progress_update__isnull", True),
                    ),
                    models.Q(
                        ("assessment__isnull", True),
                        ("commitment__isnull", True),
                        ("inception__isnull", True),
                        ("item__isnull", True),
                        ("learning__isnull", True),
                        ("meeting__isnull", False),
                        ("progress_update__isnull", True),
                    ),
                    models.Q(
                        ("assessment__isnull", True),
                        ("commitment__isnull", True),
                        ("inception__isnull", False),
                        ("item__isnull", True),
                        ("learning__isnull", True),
                        ("meeting__isnull", True),
                        ("progress_update__isnull", True),
                    ),
                    models.Q(
                        ("assessment__isnull", False),
                        ("commitment__isnull", True),
                        ("inception__isnull", True),
                        ("item__isnull", True),
                        ("learning__isnull", True),
                        ("meeting__isnull", True),
                        ("progress_update__isnull", True),
                    ),
                    models.Q(
                        ("assessment__isnull", True),
                        ("commitment__isnull", True),
                        ("inception__isnull", True),
                        ("item__isnull", True),
                        ("learning__isnull", False),
                        ("meeting__isnull", True),
                        ("progress_update__isnull", True),
                    ),
                    models.Q(
                        ("assessment__isnull", True),
                        ("commitment__isnull", True),
                        ("inception__isnull", True),
                        ("item__isnull", True),
                        ("learning__isnull", True),
                        ("meeting__isnull", True),
                        ("progress_update__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="ogp_search_entry_subject",
            ),
        ),
        migrations.AddConstraint(
            model_name="searchentry",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("assessment__isnull", True),
                    ("commitment__isnull", True),
                    ("inception__isnull", True),
                    ("item__isnull", True),
                    ("learning__isnull", True),
                    ("meeting__isnull", True),
                    ("progress_update__isnull", True),
                ),
                fields=("plan", "language"),
                name="ogp_search_entry_plan",
            ),
        ),
        migrations.AddConstraint(
            model_name="searchentry",
            constraint=models.UniqueConstraint(
                fields=("commitment", "language"), name="ogp_search_entry_commitment"
            ),
        ),
        migrations.AddConstraint(
            model_name="searchentry",
            constraint=models.UniqueConstraint(
                fields=("meeting", "language"), name="ogp_search_entry_meeting"
            ),
        ),
        migrations.AddConstraint(
            model_name="searchentry",
            constraint=models.UniqueConstraint(
                fields=("inception", "language"), name="ogp_search_entry_inception"
            ),
        ),
        migrations.AddConstraint(
            model_name="searchentry",
            constraint=models.UniqueConstraint(
                fields=("assessment", "language"), name="ogp_search_entry_assessment"
            ),
        ),
        migrations.AddConstraint(
            model_name="searchentry",
            constraint=models.UniqueConstraint(
                fields=("learning", "language"), name="ogp_search_entry_learning"
            ),
        ),
        migrations.AddConstraint(
            model_name="searchentry",
            constraint=models.UniqueConstraint(
                fields=("progress_update", "language"), name="ogp_search_entry_progress_update"
            ),
        ),
        migrations.AddConstraint(
            model_name="website",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("coalition__isnull", True), ("jurisdiction__isnull", True), _connector="XOR"
                ),
                name="ogp_website_one_owner",
                violation_error_message="Choose a coalition or a jurisdiction, not both.",
            ),
        ),
        migrations.AddConstraint(
            model_name="website",
            constraint=models.CheckConstraint(
                condition=models.Q(("url", ""), _negated=True),
                name="ogp_website_address",
                violation_error_message="Give the address.",
            ),
        ),
    ]
