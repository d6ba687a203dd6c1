// Random contracts, put whole into a template and applied, decide as the oracle says that they do without: but for the
// label of the application, which stands before every label and every name. REDLINE_CONTRACTS makes the run shorter.
#include "decisions/with_oracle.hpp"
#include "oracle/generate.hpp"
#include "oracle/print.hpp"
#include "support/catch.hpp"
#include "support/dump_diagnostics.hpp"
#include "support/files.hpp"
#include "support/load.hpp"

namespace {

using namespace redline_test;

/// Puts the label of an application before the labels and names of requests and decisions.
class behind_label {
public:
    explicit behind_label(std::string label) : label_{std::move(label)} {}

    std::string term(std::string const& label) const { return label_ + "." + label; }
    std::string name(std::string const& n) const
    {
        return n == "lawful" || n == "unlisted" || n.empty() ? n : label_ + "/" + n;
    }
    oracle::request operator()(oracle::request r) const
    {
        for (std::string& use : r.uses) use = name(use);
        if (r.mission) r.mission = name(*r.mission);
        r.facts = keys(r.facts);
        r.attested = keys(r.attested);
        for (auto& [fact, who] : r.attested) who = name(who);
        r.evidence = keys(r.evidence);
        r.safeguards = keys(r.safeguards);
        r.signoffs = keys(r.signoffs);
        return r;
    }
    oracle::decision operator()(oracle::decision d) const
    {
        for (oracle::names* const labels : {&d.by, &d.exceptions})
            for (std::string& l : *labels) l = term(l);
        if (d.pending)
            for (oracle::names* const names :
                 {&d.pending->signoffs, &d.pending->evidence, &d.pending->safeguards, &d.pending->facts})
                for (std::string& n : *names) n = name(n);
        for (oracle::log_entry& l : d.log) {
            l.by = term(l.by);
            for (std::string& who : l.to) who = name(who);
        }
        return d;
    }

private:
    template <class Map>
    Map keys(Map const& of) const
    {
        Map behind;
        for (auto const& [key, value] : of) behind.emplace(name(key), value);
        return behind;
    }
    std::string label_;
};

/// The contract of a model as an application: of a template beside it, within another template, or of an imported one.
contract load_as_template(std::string const& text, unsigned way, std::string& whole)
{
    std::size_t const end = text.find(";\n") + 2;
    std::string const header = text.substr(0, end);
    std::string const of = "template whole() {\n" + text.substr(end) + "}\n";
    redline::load_options options;
    options.name = "main";
    options.imports = [&](std::string_view, std::string_view) {
        redline::imported_source got;
        got.found = true;
        got.name = "imported";
        got.text = "contract \"I\" version 1;\n" + of;
        return got;
    };
    whole = header + (way == 0   ? of + "5 apply whole();\n"
                      : way == 1 ? "5 apply outer();\ntemplate outer() { 3.1 apply whole(); }\n" + of
                                 : "import \"i\";\n5 apply whole();\n");
    return load(whole, options, way == 0 ? engine::walker : engine::spirit);
}

}  // namespace

TEST_CASE("a contract that is applied as a template decides as it does by itself", "[decisions]")
{
    std::size_t const contracts = number_from("REDLINE_CONTRACTS", 1500);
    std::size_t outcomes[3] = {};
    for (std::uint64_t seed = 2'000'000; seed < 2'000'000 + contracts; ++seed) {
        std::mt19937_64 rng{seed};
        oracle::contract const model = oracle::generate_contract(rng);
        std::string text;
        auto const way = static_cast<unsigned>(seed % 3);
        contract const c = load_as_template(print(model), way, text);
        INFO("seed " << seed << "\n" << text << "\n" << dump(c.diagnostics) << "\n" << c.expanded);
        REQUIRE(c.ok);
        behind_label const behind{way == 1 ? "5.3.1" : "5"};
        model_decider decide{c.rules};
        for (int k = 0; k < 10; ++k) {
            oracle::request const r = oracle::generate_request(model, rng);
            oracle::decision const due = behind(evaluate(model, r));
            oracle::decision const made = decide(behind(r));
            ++outcomes[static_cast<unsigned>(due.outcome)];
            if (made == due) continue;
            INFO(print_json(r) << "\noracle:  " << dump(due) << "\nlibrary: " << dump(made));
            FAIL("the decisions differ");
        }
    }
    for (std::size_t const of_outcome : outcomes) CHECK(of_outcome > contracts / 10);
}
