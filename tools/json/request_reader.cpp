#include "request_reader.hpp"

#include "fact_reader.hpp"

#include <bit>

namespace redline::tool {

static_assert(json_padding >= simdjson::SIMDJSON_PADDING);

namespace {

enum member : unsigned { use, mission, date, facts, attested, evidence, safeguards, signoffs, member_count };
constexpr std::string_view member_names[] = {"use",      "mission",  "date",       "facts",
                                             "attested", "evidence", "safeguards", "signoffs"};
constexpr std::string_view every_member = "use, mission, date, facts, attested, evidence, safeguards or signoffs";

/// One request on its way from JSON to the request. Each step gives false where something is wrong.
class reading {
public:
    reading(rule_set const& rules, request_view& to, seen_names& facts, seen_names& safeguards) noexcept
        : rules_{rules}, to_{to}, steps_{rules, to}, facts_{rules, to, steps_, facts}, seen_safeguards_{safeguards}
    {}

    bool whole(od::document& document)
    {
        od::object object;
        if (document.get_object().get(object) != simdjson::SUCCESS) return not_an_object(document);
        unsigned seen = 0;
        bool const read = steps_.each_field(object, [&](std::string_view name, od::value& value) {
            unsigned m = 0;
            while (m != member_count && name != member_names[m]) ++m;
            if (m == member_count) return unknown_member(name);
            if ((seen >> m & 1u) != 0) return steps_.twice("request", name, "each member once");
            seen |= 1u << m;
            return one_member(static_cast<member>(m), value);
        });
        if (!read) return false;
        if (document.current_location().error() != simdjson::OUT_OF_BOUNDS)
            return steps_.no_json("something stands behind its end");
        return writer_.complete();
    }
    bool no_json(simdjson::error_code e) { return steps_.no_json(e); }
    /// The fault in words.
    std::string message() const
    {
        return steps_.json_fault().empty() ? message_of(writer_.error()) : steps_.json_fault();
    }

private:
    bool one_member(member m, od::value& value)
    {
        std::string_view const called = member_names[m];
        std::string_view text;
        switch (m) {
        case use: return one_or_more_uses(value);
        case mission:
            return steps_.string(value, called, called, "the path of a mission", text) && writer_.mission(text);
        case date: return steps_.string(value, called, called, "a day, as \"YYYY-MM-DD\"", text) && writer_.date(text);
        case facts:
            return steps_.each_field(value, called,
                                     [&](std::string_view name, od::value& v) { return facts_.read(name, v); });
        case attested:
            return steps_.each_string(value, called, [&](std::string_view name, std::string_view who) {
                fact_entry const* const f = writer_.fact_named(name);
                if (f != nullptr && to_.attested[f - rules_.facts.data].kind != principal_kind::nobody)
                    return steps_.twice(called, name, "each fact once");
                return writer_.attested(name, who);
            });
        case evidence:
            return steps_.each_string(value, called, [&](std::string_view name, std::string_view age) {
                return writer_.evidence(name, age);
            });
        case safeguards:
            return steps_.each_string(value, called, [&](std::string_view name, std::string_view level) {
                symbol const* const s = find_name(rules_, name_space::names, name);
                if (s != nullptr && s->kind == symbol_kind::safeguard && !seen_safeguards_.first(s->index))
                    return steps_.twice(called, name, "each safeguard once");
                return writer_.safeguard(name, level);
            });
        case signoffs:
            return steps_.each_string(value, called, [&](std::string_view name, std::string_view state) {
                return writer_.signoff(name, state);
            });
        default: return false;
        }
    }
    bool one_or_more_uses(od::value& value)
    {
        constexpr std::string_view due = "the path of a use, or a list of them";
        auto const one = [&](od::value& v) {
            std::string_view path;
            return steps_.string(v, "use", "use", due, path) && writer_.use(path);
        };
        od::json_type is{};
        if (!steps_.type(value, is)) return false;
        return is == od::json_type::array ? steps_.each_element(value, one) : one(value);
    }
    bool not_an_object(od::document& document)
    {
        od::json_type is{};
        bool const object = document.type().get(is) != simdjson::SUCCESS || is == od::json_type::object;
        return steps_.no_json(object ? "its object is not closed" : "it is no object");
    }
    bool unknown_member(std::string_view name)
    {
        nearest_name nearest{name};
        for (std::string_view const m : member_names) nearest.consider(m);
        return writer_.fail(request_fault::unknown_name, "request", name, every_member, nearest.best());
    }

    rule_set const& rules_;
    request_view& to_;
    json_steps steps_;
    request_writer& writer_ = steps_.writer;
    fact_reader facts_;
    seen_names& seen_safeguards_;
};

}  // namespace

struct request_reader::parts {
    explicit parts(rule_set const& r) : rules{r}, seen_facts{r.facts.size}, seen_safeguards{r.safeguards.size} {}

    rule_set const& rules;
    od::parser parser;
    seen_names seen_facts, seen_safeguards;
};

request_reader::request_reader(rule_set const& rules) : parts_{std::make_unique<parts>(rules)} {}
request_reader::request_reader(request_reader&&) noexcept = default;
request_reader::~request_reader() = default;

bool request_reader::read_padded(std::string_view json, request_view& to)
{
    parts& p = *parts_;
    clear(p.rules, to);
    p.seen_facts.forget();
    p.seen_safeguards.forget();
    message_.clear();
    reading read{p.rules, to, p.seen_facts, p.seen_safeguards};
    od::document document;
    // Room grows by doubling: a reader that sees ever longer texts doesn't allocate for each.
    auto e = simdjson::SUCCESS;
    if (json.size() > p.parser.capacity()) e = p.parser.allocate(std::bit_ceil(json.size() + 1024));
    if (e == simdjson::SUCCESS)
        e = p.parser.iterate(simdjson::padded_string_view{json.data(), json.size(), json.size() + json_padding})
                .get(document);
    if (e == simdjson::SUCCESS ? read.whole(document) : read.no_json(e)) return true;
    message_ = read.message();
    return false;
}

bool request_reader::read(std::string_view json, request_view& to)
{
    copy_.reserve(json.size() + json_padding);
    copy_.assign(json).append(json_padding, '\0');
    return read_padded(std::string_view{copy_}.substr(0, json.size()), to);
}

std::uint32_t request_reader::most_uses(rule_set const& rules) noexcept
{
    constexpr std::uint32_t most = 4096;  // each is compared with those before it
    return rules.uses.size < most / 2 ? 2 * rules.uses.size + 1 : most;
}

}  // namespace redline::tool
