#include "prose.hpp"

#include "redline/text/utf8.hpp"

#include <md4c.h>

namespace redline::tool::page {

namespace {

/// Takes what md4c calls, and makes blocks of it.
class prose_reader {
public:
    std::vector<prose_block> all;

    void enter(MD_BLOCKTYPE type, void* detail)
    {
        switch (type) {
        case MD_BLOCK_QUOTE: ++quotes_; break;
        case MD_BLOCK_UL:
        case MD_BLOCK_OL: lists_.push_back(type == MD_BLOCK_UL ? prose_kind::bullet : prose_kind::numbered); break;
        case MD_BLOCK_LI: begin(lists_.empty() ? prose_kind::bullet : lists_.back()); break;
        case MD_BLOCK_H: begin(prose_kind::heading, static_cast<MD_BLOCK_H_DETAIL*>(detail)->level); break;
        case MD_BLOCK_CODE: begin(prose_kind::code); break;
        case MD_BLOCK_P:
            // The first paragraph of an item is the item.
            if (fresh_item_) fresh_item_ = false;
            else begin(quotes_ != 0 ? prose_kind::quote : prose_kind::paragraph);
            return;
        case MD_BLOCK_TR: begin(prose_kind::paragraph); break;
        case MD_BLOCK_TH:
        case MD_BLOCK_TD:
            if (!all.empty() && !all.back().text.empty()) add(" | ");
            break;
        default: break;
        }
        fresh_item_ = type == MD_BLOCK_LI;
    }
    void leave(MD_BLOCKTYPE type)
    {
        if (type == MD_BLOCK_QUOTE) --quotes_;
        if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) lists_.pop_back();
    }
    void enter(MD_SPANTYPE type, void* detail)
    {
        if (type == MD_SPAN_EM) ++emphasised_;
        if (type == MD_SPAN_STRONG) ++strong_;
        if (type == MD_SPAN_CODE) code_ = true;
        if (type != MD_SPAN_A) return;
        MD_ATTRIBUTE const& href = static_cast<MD_SPAN_A_DETAIL*>(detail)->href;
        targets_.emplace_back(href.text, href.size);
    }
    void leave(MD_SPANTYPE type)
    {
        if (type == MD_SPAN_EM) --emphasised_;
        if (type == MD_SPAN_STRONG) --strong_;
        if (type == MD_SPAN_CODE) code_ = false;
        if (type != MD_SPAN_A || targets_.empty()) return;
        std::string const target = targets_.back();
        targets_.pop_back();
        if (!target.empty() && !all.empty() && !all.back().text.empty() && all.back().text.back().text != target)
            add(" (" + target + ")");
    }
    void text(MD_TEXTTYPE type, std::string_view what)
    {
        if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR) add(" ");
        else if (type == MD_TEXT_ENTITY) add(entity(what));
        else add(what);
    }

private:
    void begin(prose_kind is, unsigned level = 0) { all.push_back({is, level, {}}); }
    void add(std::string_view what)
    {
        if (all.empty()) begin(prose_kind::paragraph);
        style const is = strong_ != 0 ? style::strong : emphasised_ != 0 ? style::emphasis : style::plain;
        words& to = all.back().text;
        if (!to.empty() && to.back().is == is && to.back().code == code_) to.back().text += shown(what);
        else to.push_back({shown(what), is, code_});
    }
    static std::string_view entity(std::string_view what)
    {
        constexpr std::pair<std::string_view, std::string_view> known[] = {
            {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&nbsp;", " "}};
        for (auto const& [written, meant] : known)
            if (what == written) return meant;
        return what;
    }

    std::vector<prose_kind> lists_;
    std::vector<std::string> targets_;
    unsigned quotes_ = 0, emphasised_ = 0, strong_ = 0;
    bool code_ = false, fresh_item_ = false;
};

prose_reader& of(void* reader) { return *static_cast<prose_reader*>(reader); }

}  // namespace

std::vector<prose_block> prose_of(std::string_view markdown)
{
    prose_reader reader;
    MD_PARSER calls{};
    calls.flags = MD_FLAG_NOHTML | MD_FLAG_TABLES;
    calls.enter_block = [](MD_BLOCKTYPE t, void* detail, void* to) { return of(to).enter(t, detail), 0; };
    calls.leave_block = [](MD_BLOCKTYPE t, void*, void* to) { return of(to).leave(t), 0; };
    calls.enter_span = [](MD_SPANTYPE t, void* detail, void* to) { return of(to).enter(t, detail), 0; };
    calls.leave_span = [](MD_SPANTYPE t, void*, void* to) { return of(to).leave(t), 0; };
    calls.text = [](MD_TEXTTYPE t, MD_CHAR const* text, MD_SIZE size, void* to) {
        return of(to).text(t, {text, size}), 0;
    };
    if (md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &calls, &reader) != 0)
        return {{prose_kind::code, 0, {{shown(markdown), style::plain, true}}}};
    std::vector<prose_block> all;
    for (prose_block& b : reader.all)
        if (!b.text.empty()) all.push_back(std::move(b));
    return all;
}

}  // namespace redline::tool::page
