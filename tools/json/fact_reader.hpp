// The values of facts as JSON: by the type that the contract declares, and no other.
#pragma once

#include "json_steps.hpp"

#include <vector>

namespace redline::tool {

/// Which names of one object have stood already, without clearing anything from request to request.
class seen_names {
public:
    explicit seen_names(std::uint32_t names) : stamp_(names) {}
    void forget() noexcept
    {
        if (++now_ != 0) return;
        stamp_.assign(stamp_.size(), 0);
        now_ = 1;
    }
    /// Whether this is the first time.
    bool first(std::uint32_t name) noexcept
    {
        bool const is = stamp_[name] != now_;
        stamp_[name] = now_;
        return is;
    }

private:
    std::vector<std::uint32_t> stamp_;
    std::uint32_t now_ = 0;
};

class fact_reader {
public:
    fact_reader(rule_set const& rules, request_view const& to, json_steps& steps, seen_names& seen) noexcept
        : rules_{rules}, to_{to}, steps_{steps}, seen_{seen}
    {}

    /// Reads one member of `facts`.
    bool read(std::string_view name, od::value& value)
    {
        request_writer& writer = steps_.writer;
        fact_entry const* const f = writer.fact_named(name);
        if (f == nullptr) return writer.wrong_type(name);  // says that it isn't declared
        if (!seen_.first(static_cast<std::uint32_t>(f - rules_.facts.data)))
            return steps_.twice("facts", name, "each fact once");
        od::json_type is{};
        if (!steps_.type(value, is)) return false;
        bool holds = false;
        std::string_view text;
        switch (f->type) {
        case fact_type::flag:
            if (is != od::json_type::boolean) break;
            return steps_.boolean(value, "facts", name, holds) && writer.fact(name, holds);
        case fact_type::count:
            if (is != od::json_type::number) break;
            return count(name, value);
        case fact_type::duration:
        case fact_type::level:
        case fact_type::one_of:
            if (is != od::json_type::string) break;
            return steps_.string(value, "facts", name, "a string", text) && writer.fact(name, text);
        case fact_type::any_of:
            if (is == od::json_type::array) return whole_set(name, *f, value);
            if (is == od::json_type::object) return part_of_set(name, *f, value);
            break;
        }
        return writer.wrong_type(name);
    }

private:
    /// An unsigned integer: digits only, without a sign, a fraction or an exponent.
    bool count(std::string_view name, od::value& value)
    {
        constexpr std::string_view due = "an unsigned integer below 2^64";
        std::string_view digits = value.raw_json_token();
        digits = digits.substr(0, digits.find_first_of(" \t\n\r"));
        std::uint64_t number = 0;
        for (char const c : digits) {
            if (c < '0' || c > '9') return steps_.wrong_type(name, digits, due);
            auto const digit = static_cast<unsigned>(c - '0');
            if (number > (~std::uint64_t{0} - digit) / 10) return steps_.wrong_type(name, digits, due);
            number = number * 10 + digit;
        }
        // Reading it once more moves the document on, and refuses what is no number of JSON, such as `012`.
        std::uint64_t same = 0;
        if (auto const e = value.get_uint64().get(same)) return steps_.no_json(e);
        return steps_.writer.fact(name, number);
    }
    /// A list: these values hold and no others.
    bool whole_set(std::string_view name, fact_entry const& f, od::value& value)
    {
        std::uint32_t named = 0;
        std::string_view text;
        if (!steps_.writer.fact_is_set(name)) return false;
        bool const read = steps_.each_element(value, [&](od::value& v) {
            ++named;
            return steps_.string(v, "facts", name, "the names of its values", text) &&
                   steps_.writer.fact_has(name, text);
        });
        return read &&
               (named == slots_that_are(f, to_.values) || steps_.twice("facts", name, "each of its values once"));
    }
    /// An object: for some of the values, whether they hold.
    bool part_of_set(std::string_view name, fact_entry const& f, od::value& value)
    {
        std::uint32_t named = 0;
        bool const read = steps_.each_field(value, name, [&](std::string_view of, od::value& v) {
            bool holds = false;
            ++named;
            return steps_.boolean(v, name, of, holds) && steps_.writer.fact_has(name, of, holds);
        });
        return read &&
               (named == slots_that_are(f, to_.given) || steps_.twice("facts", name, "each of its values once"));
    }
    template <class Number>
    static std::uint32_t slots_that_are(fact_entry const& f, Number const* slots) noexcept
    {
        std::uint32_t count = 0;
        for (std::uint32_t s = f.slot; s != f.slot + slots_of(f); ++s) count += slots[s] != 0 ? 1u : 0u;
        return count;
    }

    rule_set const& rules_;
    request_view const& to_;
    json_steps& steps_;
    seen_names& seen_;
};

}  // namespace redline::tool
