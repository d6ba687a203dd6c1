// Steps through JSON that fills a request: each gives false where something is wrong, and keeps what.
#pragma once

#include "redline/core/request_writer.hpp"

#include <string>

#include <simdjson.h>

namespace redline::tool {

namespace od = simdjson::ondemand;

/// Why a text is no JSON, in our words.
inline std::string_view words_of(simdjson::error_code e) noexcept
{
    switch (e) {
    case simdjson::EMPTY: return "nothing stands there";
    case simdjson::UTF8_ERROR: return "it is not UTF-8";
    case simdjson::UNCLOSED_STRING: return "a string is not closed";
    case simdjson::UNESCAPED_CHARS: return "a string holds a control character";
    case simdjson::STRING_ERROR: return "a string holds an escape that is none";
    case simdjson::CAPACITY: return "it is too long";
    case simdjson::MEMALLOC: return "there is no memory to read it";
    default: return "a comma, colon, quote, bracket or value is missing or too much";
    }
}

/// Reads values of the types that a request has, and steps through objects and arrays to the last byte.
class json_steps {
public:
    json_steps(rule_set const& rules, request_view& to) noexcept : writer{rules, to}, to_{to} {}

    request_writer writer;

    /// Whether the text is JSON at all; empty where it is.
    std::string const& json_fault() const noexcept { return json_fault_; }
    bool no_json(std::string_view why)
    {
        json_fault_ = std::string{"the request is not a JSON object: "}.append(why);
        to_.valid = false;
        return false;
    }
    bool no_json(simdjson::error_code e) { return no_json(words_of(e)); }
    /// `name`, of `member`, has a value of another type than `due`.
    bool wrong_type(std::string_view member, std::string_view name, std::string_view due)
    {
        return writer.fail(request_fault::wrong_type, member, name, due);
    }
    bool twice(std::string_view member, std::string_view name, std::string_view due)
    {
        return writer.fail(request_fault::given_twice, member, name, due);
    }

    bool type(od::value& value, od::json_type& t)
    {
        auto const e = value.type().get(t);
        return e == simdjson::SUCCESS || no_json(e);
    }
    bool string(od::value& value, std::string_view member, std::string_view name, std::string_view due,
                std::string_view& text)
    {
        auto const e = value.get_string().get(text);
        if (e == simdjson::INCORRECT_TYPE) return wrong_type(member, name, due);
        return e == simdjson::SUCCESS || no_json(e);
    }
    bool boolean(od::value& value, std::string_view member, std::string_view name, bool& holds)
    {
        auto const e = value.get_bool().get(holds);
        if (e == simdjson::INCORRECT_TYPE) return wrong_type(member, name, "true or false");
        return e == simdjson::SUCCESS || no_json(e);
    }

    template <class Take>
    bool each_field(od::object& object, Take&& take)
    {
        for (auto result : object) {
            od::field field;
            std::string_view name;
            if (auto const e = std::move(result).get(field)) return no_json(e);
            if (auto const e = field.unescaped_key().get(name)) return no_json(e);
            if (!take(name, field.value())) return false;
        }
        return true;
    }
    template <class Take>
    bool each_field(od::value& value, std::string_view member, Take&& take)
    {
        od::object object;
        auto const e = value.get_object().get(object);
        if (e == simdjson::INCORRECT_TYPE) return wrong_type(member, member, "an object");
        return e == simdjson::SUCCESS ? each_field(object, take) : no_json(e);
    }
    /// Each field of an object whose values are strings.
    template <class Take>
    bool each_string(od::value& value, std::string_view member, Take&& take)
    {
        return each_field(value, member, [&](std::string_view name, od::value& v) {
            std::string_view text;
            return string(v, member, name, "a string", text) && take(name, text);
        });
    }
    template <class Take>
    bool each_element(od::value& value, Take&& take)
    {
        od::array array;
        if (auto const e = value.get_array().get(array)) return no_json(e);
        for (auto result : array) {
            od::value element;
            if (auto const e = std::move(result).get(element)) return no_json(e);
            if (!take(element)) return false;
        }
        return true;
    }

private:
    request_view& to_;
    std::string json_fault_;
};

}  // namespace redline::tool
