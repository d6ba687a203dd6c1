// The documents that are open, and for each of them the contract that it makes with what it imports.
#pragma once

#include "document.hpp"

#include "contract.hpp"

#include "redline/text/places/name_index.hpp"

namespace redline::tool::lsp {

/// A document with all that it imports, directly or not, and every name in them. Of imports that cannot be read there is
/// nothing.
struct project {
    std::vector<document_ptr> documents;  // its own first
    text::name_index names;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t>
        imports;  // document and statement: the document imported

    document const& root() const { return *documents.front(); }
    /// The number of a document by its path; `none` where it is none of them.
    std::uint32_t find(std::string const& path) const;
};

using project_ptr = std::shared_ptr<project const>;

/// The texts of files that are open, by where they lie: they count instead of what the files hold.
using open_texts = std::map<std::string, document_ptr>;

class workspace {
public:
    position_encoding encoding = position_encoding::utf16;

    void open(std::string const& uri, std::string text, std::string const& language, std::int64_t version);
    /// Applies changes as `textDocument/didChange` has them.
    void change(std::string const& uri, json const& changes, std::int64_t version);
    void close(std::string const& uri);
    /// Files may have changed that are not open.
    void forget_files() { projects_.clear(); }

    /// An open document; throws where it is not open.
    document_ptr get(std::string const& uri) const;
    std::map<std::string, document_ptr> const& all() const noexcept { return documents_; }
    /// Those of them that are files, by where they lie.
    std::shared_ptr<open_texts const> texts() const;

    /// The project of an open document; made when it is asked for, and kept until something changes.
    project_ptr project_of(std::string const& uri);
    /// Those of all open documents that a document is part of, its own first.
    std::vector<project_ptr> projects_with(document const& d);

private:
    void put(document_ptr d);

    std::map<std::string, document_ptr> documents_;  // by their URIs
    std::map<std::string, bool> literate_;
    std::map<std::string, project_ptr> projects_;
};

/// How the contract of a document is read: open texts count instead of files.
load_options options_for(document const& d, std::shared_ptr<open_texts const> open);

}  // namespace redline::tool::lsp
