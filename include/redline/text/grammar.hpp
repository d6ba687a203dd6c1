// The grammar of Redline, once, as X3 expressions: grammar/redline.ebnf in C++. Two engines run it.
#pragma once

#include "parsers.hpp"

#include <boost/spirit/home/x3/nonterminal/rule.hpp>
#include <boost/spirit/home/x3/operator/alternative.hpp>
#include <boost/spirit/home/x3/operator/kleene.hpp>
#include <boost/spirit/home/x3/operator/list.hpp>
#include <boost/spirit/home/x3/operator/optional.hpp>
#include <boost/spirit/home/x3/operator/sequence.hpp>

namespace redline::inline v0_1::text::grammar {

// clang-format off

using w = word;

inline constexpr w comma{","};
inline constexpr w semicolon{";"};
inline constexpr w opening{"{"};
inline constexpr w closing{"}"};

// duration = integer unit ;   value = name | duration | integer ;
inline constexpr auto duration = integer(tag::value_integer) >> unit;
inline constexpr auto value = name(tag::value_name) | (integer(tag::value_integer) >> -unit);

// chain = ( "signed" "by" | "waived" "by" | "asked" "of" ) name ;
inline constexpr auto chain = (w{"signed"} >> w{"by"} >> name(tag::signed_by)) |
                              (w{"waived"} >> w{"by"} >> name(tag::waived_by)) |
                              (w{"asked"} >> w{"of"} >> name(tag::asked_of));

// item = name [ "within" duration | "at" "least" name ] | chain ;
inline constexpr auto item =
    (name(tag::subject) >> -((w{"within", tag::within} >> duration) |
                             (w{"at"} >> w{"least", tag::at_least} >> name(tag::value_name)))) |
    chain;
inline constexpr auto items = item >> *(comma >> item >> mark(tag::both));
// Of `without`: each of them is to be false, so all are false where their `or` is.
inline constexpr auto items_without = item >> *(comma >> item >> mark(tag::either));

// atom = … ;
inline constexpr auto is_value =
    w{"is", tag::equals} >> -w{"not", tag::negated} >>
    ((w{"any"} >> w{"of"} >> (name(tag::alternative) % comma)) | value);
inline constexpr auto has_value =
    w{"has", tag::has} >>
    ((w{"any"} >> w{"of"} >> (name(tag::has_alternative) % comma)) | name(tag::value_name));
inline constexpr auto comparison =
    (w{"at"} >> ((w{"least", tag::at_least} >> value) | (w{"most", tag::at_most} >> value))) |
    (w{"over", tag::over} >> value) | (w{"under", tag::under} >> value) | (w{"within", tag::within} >> duration);
inline constexpr auto atom =
    (name(tag::subject) >> -(is_value | has_value | comparison)) |
    (w{"mission"} >> w{"is"} >> -w{"not", tag::negated} >>
     (w{"sensitive", tag::mission_sensitive} | path(tag::mission_is))) |
    (w{"use"} >> w{"is"} >> -w{"not", tag::negated} >> path(tag::use_is)) |
    (w{"date"} >> ((w{"from"} >> date(tag::date_from)) | (w{"before"} >> date(tag::date_before)))) | chain;

// condition = conjunction { "or" conjunction } ;   conjunction = negation { "and" negation } ;
// negation  = "not" negation | "(" condition ")" | atom ;
inline constexpr x3::rule<struct negation_rule> negation{"negation"};
inline constexpr x3::rule<struct condition_rule> condition{"condition"};
inline constexpr auto negation_def =
    atom | (w{"("} >> deeper{} >> condition >> shallower{} >> w{")"} >> mark(tag::group)) |
    (w{"not"} >> deeper{} >> negation >> shallower{} >> mark(tag::negation));
inline constexpr auto conjunction = negation >> *(w{"and"} >> negation >> mark(tag::both));
inline constexpr auto condition_def = conjunction >> *(w{"or"} >> conjunction >> mark(tag::either));

BOOST_SPIRIT_DEFINE(negation, condition)

// scope = ( "all" "uses" | path { "," path } ) [ "except" path { "," path } ] ;
inline constexpr auto scope =
    ((path(tag::scope_path) % comma) | (w{"all"} >> w{"uses", tag::all_uses})) >>
    -(w{"except"} >> (path(tag::except_path) % comma));

// A condition behind its keyword. The mark at its end tells the stages behind the grammar where it ends.
inline constexpr auto end_of_condition = mark(tag::end_of_condition);
inline constexpr auto when = w{"when", tag::when} >> condition >> end_of_condition;

inline constexpr auto permit =
    w{"permit", tag::permit} >> ((w{"all"} >> w{"lawful"} >> w{"uses", tag::all_lawful_uses}) |
                                 (w{"nothing"} >> w{"else", tag::nothing_else}) | (scope >> -when));
inline constexpr auto prohibit = w{"prohibit", tag::prohibit} >> scope >> -when >>
                                 -(w{"unless", tag::unless} >> condition >> end_of_condition);
inline constexpr auto restrict =
    w{"restrict", tag::restrict} >> scope >> -when >> w{"to", tag::to} >> condition >> end_of_condition;
inline constexpr auto require =
    w{"require", tag::require} >> items >> end_of_condition >> w{"for"} >> scope >> -when;
inline constexpr auto trigger =
    w{"trigger"} >> new_name(tag::trigger) >> w{"for"} >> scope >> when >> w{"pause"} >> w{"for", tag::pause_for} >>
    name(tag::signed_by) >> -(w{"with"} >> (item >> mark(tag::both)) % comma) >> end_of_condition;

// log = "log" ( "all" "decisions" | kind { "," kind } ) "to" name { "," name } … ;
inline constexpr auto kind = w{"permitted", tag::kind} | w{"paused", tag::kind} | w{"prohibited", tag::kind} |
                             w{"exceptions", tag::kind};
inline constexpr auto log =
    w{"log", tag::log} >> ((w{"all"} >> w{"decisions", tag::all_decisions}) | (kind % comma)) >> w{"to"} >>
    (name(tag::told) % comma) >> -(w{"within", tag::log_within} >> duration) >> -(w{"keep", tag::keep} >> duration) >>
    -(w{"for"} >> scope) >> -when;
inline constexpr auto audit = w{"audit", tag::audit} >> w{"by"} >> name(tag::audit_by) >> -(w{"for"} >> scope) >>
                              -when >> w{"on", tag::notice} >> duration >> w{"notice"};
inline constexpr auto duty =
    w{"duty", tag::duty} >> name(tag::duty_of) >> name(tag::duty_what) >>
    ((w{"every", tag::every} >> duration) | (w{"within", tag::within_of} >> duration >> w{"of"} >> name(tag::of_event)));
inline constexpr auto continuity =
    w{"continuity", tag::continuity} >> scope >> w{"notice", tag::notice} >> duration;

// term = label body [ "citing" name { "," name } ] [ "because" string ] ";" ;
// The most frequent first; grouped, so that the later ones are not on the way of the first.
inline constexpr auto argument = path(tag::argument) | (integer(tag::argument) >> -unit) | string(tag::argument);
inline constexpr auto apply =
    w{"apply"} >> name(tag::apply) >> w{"("} >> -(argument % comma) >> w{")"};
inline constexpr auto body =
    prohibit | require | restrict | (permit | trigger | log | (audit | duty | continuity | apply));
inline constexpr auto citing = -(w{"citing"} >> (name(tag::cite) % comma));
inline constexpr auto because = -(w{"because"} >> string(tag::because));
inline constexpr auto term = label(tag::label) >> body >> citing >> because >> semicolon;

// Declarations.
inline constexpr auto description = -string(tag::description) >> semicolon;
inline constexpr auto section = w{"section"} >> label(tag::section) >> string(tag::section_title) >> semicolon;
inline constexpr auto party = w{"party"} >> new_name(tag::party) >> description;
inline constexpr auto role =
    w{"role"} >> new_name(tag::role) >>
    ((w{"of"} >> name(tag::of_party)) | w{"independent", tag::independent}) >> description;
inline constexpr auto authority =
    w{"authority"} >> new_name(tag::authority) >> string(tag::authority_title) >> w{"as"} >>
    ((w{"of"} >> date(tag::as_of)) | w{"amended", tag::as_amended}) >> semicolon;
inline constexpr auto use = w{"use"} >> new_path(tag::use) >> description;
inline constexpr auto mission =
    w{"mission"} >> new_path(tag::mission) >> -w{"sensitive", tag::sensitive} >> description;
inline constexpr auto levels =
    w{"level", tag::level} >> name(tag::value_of_type) >> w{"<"} >> (name(tag::value_of_type) % w{"<"});
inline constexpr auto values = w{"of"} >> (name(tag::value_of_type) % comma);
inline constexpr auto type = w{"flag", tag::flag} | w{"count", tag::count} | w{"duration", tag::duration} | levels |
                             (w{"one", tag::one_of} >> values) | (w{"any", tag::any_of} >> values);
inline constexpr auto fact =
    w{"fact"} >> new_name(tag::fact) >> w{"is"} >> type >> -(w{"from"} >> name(tag::from)) >> description;
inline constexpr auto safeguard =
    w{"safeguard"} >> new_name(tag::safeguard) >> -(w{"is"} >> levels) >> description;
inline constexpr auto evidence =
    w{"evidence"} >> new_name(tag::evidence) >> w{"from"} >> name(tag::from) >>
    -(w{"valid", tag::valid} >> duration) >> description;
inline constexpr auto event = w{"event"} >> new_name(tag::event) >> description;
inline constexpr auto define =
    w{"define"} >> new_name(tag::define) >> w{"as"} >> condition >> end_of_condition >> semicolon;

// Sign-off chains.
inline constexpr auto members = w{"of"} >> (name(tag::member) % comma);
inline constexpr auto quorum =
    quorum_role{} | (w{"all", tag::quorum_all} >> members) | (w{"any", tag::quorum_any} >> members) |
    (integer(tag::quorum_number) >>
     (members | (w{"signers", tag::quorum_signers} >> w{"of"} >> name(tag::member))));
inline constexpr auto stage = w{"stage"} >> name(tag::stage) >> w{":"} >> quorum >>
                              -(w{"within", tag::stage_within} >> duration) >> semicolon;
inline constexpr auto consequence =
    w{":"} >> (w{"refuse", tag::refuse} | (w{"escalate"} >> w{"to"} >> name(tag::escalate)));
inline constexpr auto rule =
    ((w{"late", tag::late} >> consequence) | (w{"refusal", tag::refusal} >> consequence) |
     (w{"signers"} >> w{"distinct", tag::distinct}) | (w{"not"} >> w{"by"} >> (name(tag::barred) % comma)) |
     (w{"deputy"} >> name(tag::deputy) >> w{"for"} >> name(tag::deputy_for)) |
     (w{"revocable"} >> w{"by"} >> (name(tag::revocable) % comma)) |
     (w{"rests"} >> w{"on"} >> (name(tag::rests_on) % comma)) |
     (w{"asker"} >> w{"may"} >> w{"sign", tag::asker_may_sign}) |
     (w{"valid", tag::valid} >> (w{"once", tag::valid_once} | duration))) >>
    semicolon;
inline constexpr auto signoff = w{"signoff"} >> new_name(tag::signoff) >> opening >> stage >> *(stage | rule) >> closing;

// Scenarios and assertions.
inline constexpr auto given_of_name =
    name(tag::given_name) >>
    -((w{"is", tag::equals} >> value) |
      (w{"has", tag::given_has} >>
       (w{"nothing", tag::given_has_nothing} | (name(tag::given_member) % w{"and"}))) |
      (w{"aged", tag::aged} >> duration) | w{"opened", tag::opened} | w{"complete", tag::complete} |
      w{"refused", tag::refused});
inline constexpr auto given =
    given_of_name | (w{"use"} >> requested_path(tag::given_use)) |
    (w{"mission"} >> requested_path(tag::given_mission)) | (w{"date"} >> date(tag::given_date)) |
    (w{"not"} >> name(tag::given_not));
inline constexpr auto outcome =
    w{"permitted", tag::expect} | w{"paused", tag::expect} | w{"prohibited", tag::expect};
inline constexpr auto pending = name(tag::pending) | w{"mission", tag::pending} | w{"date", tag::pending} |
                                w{"use", tag::pending};
inline constexpr auto expectation =
    outcome >> -(w{"by"} >> (label(tag::by) % comma)) >> -(w{"pending"} >> (pending % comma)) >>
    -(w{"excepting"} >> (label(tag::excepting) % comma)) >>
    -(w{"logged"} >> w{"by"} >> (label(tag::logged) % comma));
inline constexpr auto scenario =
    w{"scenario"} >> string(tag::scenario) >> opening >> w{"given"} >> (given % comma) >> semicolon >>
    w{"expect"} >> expectation >> semicolon >> closing;
inline constexpr auto assertion =
    w{"assert", tag::assert_} >>
    ((w{"never", tag::never} >> outcome) | (w{"always", tag::always} >> (outcome | w{"attainable", tag::attainable}))) >>
    w{"for"} >> scope >> -when >> -(w{"without", tag::without} >> items_without >> end_of_condition) >> semicolon;

// Imports and templates. What a template holds is read with its parameters in it, which may stand for what is no name.
inline constexpr auto import = w{"import"} >> string(tag::import_) >> semicolon;
inline constexpr auto statement_of_template =
    term | use | (fact | mission | (role | party | authority | (evidence | safeguard | (define | signoff | event))));
inline constexpr auto template_ =
    w{"template"} >> new_name(tag::template_) >> w{"("} >> -(name(tag::parameter) % comma) >> w{")"} >> opening >>
    template_begins{} >> *statement_of_template >> template_ends{} >> closing;

// statement and header; a document is read statement by statement (reader.hpp).
inline constexpr auto statement =
    term | use | (scenario | fact | mission | (role | party | authority | (evidence | safeguard | section |
    (define | signoff | event | (assertion | import | template_)))));
inline constexpr auto language = w{"redline"} >> integer(tag::version_of_language) >> semicolon;
inline constexpr auto effective =
    -(w{"effective"} >> w{"from"} >> date(tag::effective_from) >> -(w{"before"} >> date(tag::effective_before)));
inline constexpr auto header =
    w{"contract"} >> string(tag::title) >> w{"version"} >> integer(tag::version) >> effective >> semicolon;

// Amendments: the header of one, and what it consists of.
inline constexpr auto amendment =
    w{"amendment"} >> string(tag::amendment) >> w{"to"} >> string(tag::title) >> w{"version"} >>
    integer(tag::version) >> w{"makes"} >> integer(tag::makes) >> effective >> semicolon;
inline constexpr auto struck =
    label(tag::strike_term) | name(tag::strike_name) | (w{"use"} >> path(tag::strike_use)) |
    (w{"mission"} >> path(tag::strike_mission)) | (w{"section"} >> label(tag::strike_section)) |
    (w{"scenario"} >> string(tag::strike_scenario));
inline constexpr auto change =
    (w{"strike"} >> ((struck >> semicolon) | (mark(tag::strike_assertion) >> assertion))) |
    (w{"replace"} >> label(tag::replace) >> w{"with"} >> body >> citing >> because >> semicolon) |
    (w{"insert"} >> label(tag::insert) >> body >> citing >> because >> semicolon);
inline constexpr auto amended = change | statement;

// clang-format on

}  // namespace redline::inline v0_1::text::grammar
