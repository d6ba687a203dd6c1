#include "part.hpp"

#include "templates.hpp"

#include "../status.hpp"

#include "redline/core/version.hpp"

#include <ctemplate/template.h>

namespace redline::tool::page {

namespace {

/// Every template escapes by itself what is put into it, as its place asks.
constexpr char const* escaping = "{{%AUTOESCAPE context=\"HTML\"}}";

constexpr std::string_view style_name = "style.css";

void register_templates()
{
    static bool const done = [] {
        for (std::size_t i = 0; i != embedded_template_count; ++i) {
            if (std::string_view{embedded_templates[i].name} == style_name) continue;
            std::string const text = std::string{escaping}.append(embedded_templates[i].text);
            if (!ctemplate::StringToTemplateCache(embedded_templates[i].name, text, ctemplate::STRIP_BLANK_LINES))
                throw failure{
                    std::string{"the template "}.append(embedded_templates[i].name).append(" cannot be read")};
        }
        return true;
    }();
    static_cast<void>(done);
}

std::string style_sheet()
{
    for (std::size_t i = 0; i != embedded_template_count; ++i)
        if (std::string_view{embedded_templates[i].name} == style_name) return embedded_templates[i].text;
    throw failure{"there is no style sheet"};
}

std::string class_of(piece const& p, bool marked)
{
    constexpr char const* names[] = {"",        "keyword", "name",     "label",  "number",  "string",
                                     "comment", "strong",  "emphasis", "struck", "inserted"};
    std::string all = names[static_cast<unsigned>(p.is)];
    if (p.code) all += all.empty() ? "w" : " w";
    if (marked) all += all.empty() ? "marked" : " marked";
    return all;
}

}  // namespace

void part::set(char const* name, std::string const& value) { of_->SetValue(name, value); }
void part::set(char const* name, long value) { of_->SetIntValue(name, value); }
void part::show(char const* section) { of_->ShowSection(section); }
part part::add(char const* section) { return part{*of_->AddSectionDictionary(section)}; }
part part::include(char const* name, char const* file)
{
    ctemplate::TemplateDictionary* const to = of_->AddIncludeDictionary(name);
    to->SetFilename(file);
    return part{*to};
}

void part::put(char const* name, piece const& p, bool marked)
{
    part to = include(name, "piece.html");
    std::string const look = class_of(p, marked);
    to.set("V", p.text);
    if (p.is == style::struck) to.show("D");
    else if (p.is == style::inserted) to.show("I");
    else if (!p.link.empty()) to.show("A");
    else if (look.empty()) to.show("T");
    else to.show("S");
    to.set("C", look);
    if (!p.link.empty()) to.set("L", p.link);
}
void part::set(char const* name, words const& all)
{
    for (piece const& p : all) put(name, p, false);
}
void part::set(char const* name, words const& all, std::vector<bool> const& marked)
{
    for (std::size_t i = 0; i != all.size(); ++i) put(name, all[i], marked[i]);
}

std::string rendered(char const* body, std::string const& title, std::function<void(part)> const& fill)
{
    register_templates();
    ctemplate::TemplateDictionary page{"page"};
    page.SetValue("PAGE_TITLE", title);
    page.SetValue("MADE_BY", "redline " REDLINE_VERSION_STRING);
    page.SetValue("STYLE", style_sheet());
    fill(part{page}.include("BODY", body));
    std::string out;
    if (!ctemplate::ExpandTemplate("page.html", ctemplate::STRIP_BLANK_LINES, &page, &out))
        throw failure{"the page cannot be made from its templates"};
    if (out.empty() || out.back() != '\n') out += '\n';
    return out;
}

}  // namespace redline::tool::page
