// The grammar is compiled here for the language server.
#include "document.hpp"

#include "input.hpp"

#include "redline/text/spirit.hpp"

namespace redline::tool::lsp {

document_ptr read_document(std::string uri, std::string path, std::string text, bool literate, std::int64_t version,
                           position_encoding as)
{
    auto const d = std::make_shared<document>();
    d->uri = std::move(uri);
    d->path = std::move(path);
    d->text = std::move(text);
    d->literate = literate;
    d->version = version;
    d->lines = line_table{d->text, as};
    // What is wrong is told by `load`; here it only must not be too much.
    std::vector<text::diagnostic> room(1000);
    text::problems wrong{d->text.data(), room.data(), static_cast<std::uint32_t>(room.size())};
    std::string_view const given = d->text.size() > size_limit ? std::string_view{} : std::string_view{d->text};
    d->read.tokens = text::tokens_of(given, d->format(), wrong);
    d->amends = text::is_amendment(d->read.tokens.data());
    d->read.sentences<text::spirit_engine>(d->text,
                                           d->amends ? text::document_kind::amendment : text::document_kind::contract,
                                           text::local_names::only_used, wrong);
    return d;
}

text::expectation_at expected_at(document const& d, std::uint32_t offset)
{
    return text::expected_at<text::spirit_engine>(
        d.read, d.amends ? text::document_kind::amendment : text::document_kind::contract, offset);
}

}  // namespace redline::tool::lsp
