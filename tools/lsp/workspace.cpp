#include "workspace.hpp"

#include "uri.hpp"

namespace redline::tool::lsp {

namespace {

bool ends_in(std::string_view text, std::string_view ending)
{
    return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

/// Reads what a document imports, and what those do.
class project_reader {
public:
    project_reader(document_ptr root, import_reader const& reads, open_texts const& open, position_encoding as)
        : made_{std::make_shared<project>()}, reads_{reads}, open_{open}, as_{as}
    {
        made_->documents.push_back(std::move(root));
    }
    project_ptr make()
    {
        project& p = *made_;
        std::size_t imports = 0;
        for (std::uint32_t i = 0; i != p.documents.size(); ++i) {
            document const& in = *p.documents[i];
            for (std::uint32_t s = 0; s != in.read.syntax.statement_count && imports < 16 * imports_limit; ++s) {
                if (in.read.statements[s].is != text::tag::import_) continue;
                ++imports;
                std::uint32_t const found = import(in, in.read.statements[s]);
                if (found != none) p.imports[{i, s}] = found;
            }
        }
        std::vector<text::syntax_view const*> views;
        for (document_ptr const& d : p.documents) views.push_back(&d->read.syntax);
        p.names = text::name_index{views};
        return made_;
    }

private:
    std::uint32_t import(document const& in, text::statement const& s)
    {
        std::string_view path = in.spelled(in.token(in.read.nodes[s.first_node].token));
        if (path.size() < 2 || path.find('\\') != path.npos) return none;
        path = path.substr(1, path.size() - 2);
        imported_source got = reads_(path, in.path);
        if (!got.found) return none;
        std::string const real = real_path(got.name);
        if (std::uint32_t const known = made_->find(real); known != none) return known;
        if (made_->documents.size() > imports_limit) return none;
        auto const at = open_.find(real);
        made_->documents.push_back(at != open_.end() ? at->second
                                                     : read_document(uri_of_path(real), real, std::move(got.text),
                                                                     got.format == text_format::literate, 0, as_));
        return static_cast<std::uint32_t>(made_->documents.size() - 1);
    }

    std::shared_ptr<project> made_;
    import_reader const& reads_;
    open_texts const& open_;
    position_encoding as_;
};

}  // namespace

std::uint32_t project::find(std::string const& path) const
{
    for (std::uint32_t i = 0; i != documents.size(); ++i)
        if (documents[i]->path == path) return i;
    return none;
}

load_options options_for(document const& d, std::shared_ptr<open_texts const> open)
{
    load_options options = tool::options_for(d.path, d.literate);
    options.warnings = warnings_wanted::yes;
    options.imports = [files = std::move(options.imports), open = std::move(open)](std::string_view path,
                                                                                   std::string_view importing) {
        imported_source got = files(path, importing);
        if (!got.found) return got;
        auto const at = open->find(real_path(got.name));
        if (at == open->end()) return got;
        got.text = at->second->text;
        got.format = at->second->format();
        return got;
    };
    return options;
}

void workspace::open(std::string const& uri, std::string text, std::string const& language, std::int64_t version)
{
    std::string path = real_path(path_of_uri(uri));
    if (path.empty()) path = uri;
    literate_[uri] = ends_in(path, ".md") || language == "markdown" || language == "redline-markdown";
    put(read_document(uri, std::move(path), std::move(text), literate_[uri], version, encoding));
}

void workspace::change(std::string const& uri, json const& changes, std::int64_t version)
{
    document_ptr const before = get(uri);
    if (!changes.is_array()) throw request_error{error_code::invalid_params, "expected a list of changes"};
    std::string text = before->text;
    line_table lines = before->lines;
    for (json const& c : changes) {
        std::string const& put_in = string_member(c, "text");
        if (!c.contains("range")) text = put_in;
        else {
            json const& range = member(c, "range");
            lines = line_table{text, encoding};
            std::uint32_t const from = lines.offset_of(member(range, "start"));
            std::uint32_t const to = std::max(from, lines.offset_of(member(range, "end")));
            text.replace(from, to - from, put_in);
        }
        if (text.size() > 2 * size_limit) throw request_error{error_code::invalid_params, "the text is too long"};
    }
    put(read_document(uri, before->path, std::move(text), before->literate, version, encoding));
}

void workspace::close(std::string const& uri)
{
    documents_.erase(uri);
    projects_.clear();
}

void workspace::put(document_ptr d)
{
    projects_.clear();
    documents_[d->uri] = std::move(d);
}

document_ptr workspace::get(std::string const& uri) const
{
    auto const found = documents_.find(uri);
    if (found == documents_.end()) throw request_error{error_code::invalid_params, "the document is not open: " + uri};
    return found->second;
}

std::shared_ptr<open_texts const> workspace::texts() const
{
    auto const all = std::make_shared<open_texts>();
    for (auto const& [uri, d] : documents_)
        if (d->path != uri) all->emplace(d->path, d);
    return all;
}

project_ptr workspace::project_of(std::string const& uri)
{
    project_ptr& kept = projects_[uri];
    if (kept) return kept;
    document_ptr const d = get(uri);
    std::shared_ptr<open_texts const> const open = texts();
    import_reader const reads = tool::options_for(d->path, d->literate).imports;
    return kept = project_reader{d, reads, *open, encoding}.make();
}

std::vector<project_ptr> workspace::projects_with(document const& d)
{
    std::vector<project_ptr> found{project_of(d.uri)};
    for (auto const& [uri, other] : documents_) {
        if (uri == d.uri) continue;
        project_ptr p = project_of(uri);
        if (p->find(d.path) != none) found.push_back(std::move(p));
    }
    return found;
}

}  // namespace redline::tool::lsp
