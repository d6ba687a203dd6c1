// Cases of one contract on a store, for tests: the text of a request is the name of its use.
#pragma once

#include "redline/core/request_writer.hpp"
#include "redline/record/case_desk.hpp"
#include "redline/record/sqlite_store.hpp"
#include "support/load.hpp"
#include "tools/scratch.hpp"

namespace redline_test {

/// A contract, a store of its own on a file, and short names for what happens.
class desk {
public:
    desk(std::string const& chains, std::string const& file,
         redline::record::sqlite_store::mode how = redline::record::sqlite_store::mode::create)
        : desk{chains, std::make_unique<redline::record::sqlite_store>(file, how)}
    {}
    desk(std::string const& chains, std::unique_ptr<redline::record::case_store> store)
        : contract_{load("contract \"T\" version 1; party p; party q; role a of p; role b of q; role c independent;\n"
                         "use x; use y; fact n is count; 1 permit all lawful uses;\n" +
                             chains,
                         engine::walker)},
          store_{std::move(store)}, desk_{contract_.rules, *store_,
                                          [this](std::string_view text, redline::request_view& to) {
                                              return read(text, to);
                                          }}
    {
        if (!contract_.ok) throw std::runtime_error{"the contract is not valid"};
    }

    redline::record::case_result open(std::string const& person, redline::case_time at, std::string const& use = "x",
                                      std::uint32_t chain = 0)
    {
        redline::request_memory r{rules()};
        if (!read(use, r.view())) throw std::runtime_error{"the request is not valid"};
        return desk_.open(chain, {redline::chain_event_kind::opened, person, {}, {}, {}, at, &r.view(), {}}, use);
    }
    redline::record::case_result sign(std::int64_t id, std::string const& person, std::string const& role,
                                      redline::case_time at,
                                      redline::chain_event_kind kind = redline::chain_event_kind::signed_off)
    {
        return desk_.happen(id, {kind, person, role, {}, {}, at, nullptr, {}});
    }
    redline::record::running_case at(std::int64_t id)
    {
        redline::record::transaction t{*store_, redline::record::transaction::kind::reading};
        std::optional<redline::record::running_case> c = desk_.find(id);
        if (!c) throw std::runtime_error{"no such case"};
        return std::move(*c);
    }
    redline::rule_set const& rules() const { return contract_.rules; }
    redline::record::case_desk& operator*() { return desk_; }

private:
    bool read(std::string_view text, redline::request_view& to) const
    {
        redline::clear(rules(), to);
        redline::request_writer w{rules(), to};
        std::size_t const space = text.find(' ');
        w.use(text.substr(0, space));
        if (space != text.npos) w.fact("n", static_cast<std::uint64_t>(std::stoul(std::string{text.substr(space)})));
        return w.complete();
    }

    contract contract_;
    std::unique_ptr<redline::record::case_store> store_;
    redline::record::case_desk desk_;
};

}  // namespace redline_test
