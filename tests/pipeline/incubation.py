"""The reports on incubation in China as raw rows written by hand: d1 to d5 and the embassy's article.

Each figure stands as its report prints it; nothing here is computed.
"""

from __future__ import annotations

from tests.pipeline.raw_rows import Report

TORCH = "Torch High Technology Industry Development Center"
SAMPLES = {"publisher": "Report Figures samples", "is_sample": True}
CNY = {"unit": "CNY"}
PERSON = {"unit": "person"}
GT = {"qualifier": "GT"}
ABOUT = {"qualifier": "ABOUT"}


def ministry_2016() -> Report:
    """d1: the ministry's briefing on 2016; 53.96 billion with two parts that make 52.34."""
    y = {"time_period": "2016"}
    report = Report(
        "d1", "2017-02-28", compiling_org="Ministry of Science and Technology of China", **SAMPLES
    )
    spaces = report.claim("4,298", "makers' spaces", **y)
    share = report.claim("65.8%", "makers' spaces founded by private firms", kind="share", **y)
    report.link(share, "share_of", spaces)
    report.claim("274,000", "start-up teams and enterprises", **y)
    people = report.claim("994,000", "people", **PERSON, **y)
    report.link(report.claim("304,000", "new graduates", **PERSON, **y), "part_of", people, "unknown")
    report.claim("15,000", "teams and enterprises", **y)
    whole = report.claim("53.96 billion", "investment", **CNY, **y)
    for printed, source in (("44.46 billion", "from social capital"), ("7.88 billion", "from the spaces")):
        report.link(report.claim(printed, f"investment {source}", **CNY, **y), "part_of", whole, "unknown")
    return report


def agency_2016() -> Report:
    """d2: a news agency's figure for the same investment, a tenth of the ministry's."""
    report = Report("d2", "2017-03-27", compiling_org="China Daily / Xinhua", **SAMPLES)
    report.claim("5.5 billion", "investment", time_period="2016", **GT, **CNY)
    return report


def incubators_2017() -> Report:
    """d3: 4,069 incubators, 24.8% more."""
    report = Report("d3", "2018-06-30", compiling_org=TORCH, **SAMPLES)
    report.grown("4,069", "24.8%", "technology business incubators")
    return report


def torch_2016() -> Report:
    """d4: the levels of 2016."""
    report = Report("d4", "2017-09-19", compiling_org=TORCH, **SAMPLES)
    report.claim("3,255", "technology business incubators", time_period="2016")
    report.claim("4,298", "makers' spaces", time_period="2016")
    return report


def torch_2018() -> Report:
    """d5: the levels of 2018 with their sum, and the growth of makers' spaces."""
    report = Report("d5", "2019-06-13", compiling_org=TORCH, **SAMPLES)
    y = {"time_period": "2018"}
    whole = report.claim("11,808", "incubators and makers' spaces together", **y)
    incubators = report.claim("4,849", "technology business incubators", **y)
    spaces, _ = report.grown("6,959", "21.3%", "makers' spaces", rate_base_period="2017", **y)
    report.link(incubators, "part_of", whole, "exhaustive")
    report.link(spaces, "part_of", whole, "exhaustive")
    return report


def embassy_2017() -> Report:
    """d6: the embassy's article on 2017, its figures that bear on others."""
    report = Report("d6", "2018-12-05", publisher="Embassy of China in Serbia", compiling_org=TORCH)
    spaces, _ = report.grown("5,739", "33%", "makers' spaces", rate_qualifier="GT")
    report.claim("25 million", "total area", unit=None, unit_status="lost", **GT)
    report.grown("1.05 million", "36%", "job opportunities", rate_qualifier="GT", **GT)
    report.grown("410,000", "52%", "start-up teams and companies", **GT)
    report.grown("87,000", "22%", "new enterprises registered")
    report.grown("250,000", "37%", "entrepreneurship activities and training sessions", **GT)
    people = report.claim("1.7 million", "people hired", **GT, **PERSON)
    graduates = report.claim("460,000", "those who graduated two years ago", **GT, **PERSON)
    report.link(graduates, "part_of", people, "unknown")
    report.claim("300", "policies", **GT)
    report.grown("3.15 billion", "37%", "government funding", **CNY)
    agencies = report.claim("400", "spaces established by investment agencies", **GT)
    report.link(agencies, "part_of", spaces, "unknown")
    report.claim("18,000", "teams and enterprises")
    whole = report.claim("67 billion", "investment", **ABOUT, **CNY)
    social = report.claim("57 billion", "investment from social sectors", **CNY)
    own = report.claim("10 billion", "investment from the spaces", **ABOUT, **CNY)
    report.link(social, "part_of", whole, "unknown")
    report.link(own, "part_of", whole, "unknown")
    report.claim("150 million", "total investment", entity="HUIBO", **CNY)
    report.claim("250 million", "turnover", entity="HUIBO", **CNY)
    report.claim(
        "80 million",
        "monthly turnover",
        entity="Flowerplus",
        time_period="2018",
        flags="per_period",
        **GT,
        **CNY,
    )
    report.claim("640 million", "net sales volume", entity="Flowerplus", **CNY)
    return report


def all_reports() -> list[Report]:
    """The six reports."""
    return [
        ministry_2016(),
        agency_2016(),
        incubators_2017(),
        torch_2016(),
        torch_2018(),
        embassy_2017(),
    ]


def withdrawn_2017() -> Report:
    """A report that is withdrawn from the shelf by a second load."""
    report = Report("gone", "2018-03-01", compiling_org=TORCH, **SAMPLES)
    report.grown("1,200", "20%", "parks")
    return report
