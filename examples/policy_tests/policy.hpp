// What a hospital lets an assistant do, and the requests that its tests ask about.
#pragma once

#include <redline/text/compile.hpp>

// clang-format off
inline constexpr auto policy = redline::compile([] { return R"(
contract "Clinical assistant" version 2 effective from 2026-01-01;

party hospital;
party vendor;
role ward_physician  of hospital;
role pharmacist      of hospital;
role ethics_chair    of hospital;
role privacy_officer of hospital;
role patient_advocate independent;

use letters           "Discharge letters and referrals";
use triage            "Puts patients in an order";
use triage.unattended "Nobody looks at the order before it is used";
use dosing            "Proposes a dose";
use research          "Searches records for a study";

mission ward;
mission emergency sensitive;

authority data_protection "Regulation (EU) 2016/679" as amended;

fact consent is flag from privacy_officer "The patients agreed, or the law asks no consent";
fact patient is one of adult, child;
fact checked is level unchecked < sampled < each_case from ward_physician;
fact records is count;

safeguard dose_limits "Refuses doses outside of the formulary";
evidence validation from vendor valid 365 days "Study on this hospital's own patients";

section 1 "What it is for";
1.0  permit nothing else;
1.1  permit letters, triage, dosing when lawful;
1.2  permit research when lawful and consent citing data_protection;

section 2 "Lines";
2.1  prohibit triage.unattended because "Somebody looks before a patient waits.";
2.2  prohibit dosing when patient is child unless waived by second_opinion
     because "There are too few children in the study.";

section 3 "Before it is used";
3.1  require validation for triage, dosing because "Other hospitals have other patients.";
3.2  require dose_limits at least tested for dosing because "A slip of the model must not reach a vein.";
3.3  restrict dosing to checked is each_case or (mission is emergency and checked at least sampled)
     because "A dose is a physician's decision.";
3.4  trigger large_study for research when records over 1_000 pause for ethics
     because "From there on a study can tell who is meant.";

section 4 "Records";
4.1  log prohibited, exceptions to patient_advocate within 1 day keep 10 years;
4.2  log permitted to ward_physician for dosing;
4.3  log all decisions to privacy_officer keep 3 years for research;

signoff ethics {
  stage chair: ethics_chair within 14 days;
  stage privacy: privacy_officer within 7 days;
  signers distinct;
  valid 365 days;
}
signoff second_opinion {
  stage two: all of ward_physician, pharmacist within 1 day;
  valid once;
}
)"; });
// clang-format on

/// A lawful request of this day; what is asked about is added by each test.
constexpr auto asked(std::string_view use)
{
    auto request = policy.request();
    request.use(use).mission("ward").date("2026-06-01").flag("lawful");
    return request;
}
/// One about a dose for an adult, with all that the policy wants.
constexpr auto dose()
{
    auto request = asked("dosing");
    request.fact("patient", "adult").fact("checked", "each_case").attested("checked", "ward_physician");
    request.evidence("validation").safeguard("dose_limits", "validated");
    return request;
}
/// One about a study of so many records, with consent.
constexpr auto study(std::uint64_t records)
{
    auto request = asked("research");
    request.flag("consent").attested("consent", "privacy_officer").count("records", records);
    return request;
}
