// Every code of a diagnostic is shown by a conformance text, and explained in docs/diagnostics.md.
#include "conformance/amendments.hpp"
#include "conformance/texts.hpp"
#include "support/catch.hpp"

#include <map>
#include <regex>
#include <set>

namespace {

using namespace redline_test;

/// The codes of `enum class code`, by number, as its header declares them.
std::map<unsigned, std::string> declared_codes()
{
    std::string const header = read_file(source_dir() / "include/redline/text/diagnostic.hpp");
    std::size_t const from = header.find("enum class code");
    std::string const body = header.substr(from, header.find("};", from) - from);
    std::map<unsigned, std::string> codes;
    std::regex const one{"([a-z_0-9]+) = ([0-9]+)"};
    for (std::sregex_iterator at{body.begin(), body.end(), one}, end; at != end; ++at)
        if ((*at)[1] != "none") codes.emplace(static_cast<unsigned>(std::stoul((*at)[2])), (*at)[1]);
    return codes;
}

std::string printed(unsigned number)
{
    return std::string{redline::text::text_of(static_cast<redline::text::code>(number)).view()};
}

/// Codes that no text gives which could be kept here: texts that are too long or too much for a proof, made by
/// tests/text, and want of memory.
std::set<std::string> const of_no_kept_text{"too_long",        "too_many",          "no_memory",
                                            "proof_too_large", "too_many_warnings", "findings_incomplete",
                                            "too_many_imports"};

bool is_warning(unsigned number)
{
    return redline::text::severity_of(static_cast<redline::text::code>(number)) == redline::text::severity::warning;
}

}  // namespace

TEST_CASE("every code is given by a text: errors by bad ones, warnings by warned ones", "[conformance]")
{
    auto const codes = declared_codes();
    REQUIRE(codes.size() > 50);
    std::set<unsigned> given;
    for (conformance_text const& t : conformance_texts())
        for (auto const& d : t.load().diagnostics) {
            INFO(t.name());
            CHECK(is_warning(static_cast<unsigned>(d.is)) == t.warned);
            given.insert(static_cast<unsigned>(d.is));
        }
    for (amendment_case const& c : amendment_cases()) {
        std::shared_ptr<void const> owner;
        for (auto const& d : c.diagnostics(owner)) given.insert(static_cast<unsigned>(d.is));
    }
    for (auto const& [number, name] : codes) {
        INFO(printed(number) << " " << name);
        CHECK(given.contains(number) != of_no_kept_text.contains(name));
    }
}

TEST_CASE("every code is explained in docs/diagnostics.md", "[conformance]")
{
    std::string const page = read_file(source_dir() / "docs/diagnostics.md");
    for (auto const& [number, name] : declared_codes()) {
        INFO(printed(number) << " " << name);
        CHECK(page.find(printed(number)) != std::string::npos);
    }
}
