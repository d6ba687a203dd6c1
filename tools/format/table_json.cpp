// The table of a contract as JSON.
#include "table_json.hpp"

#include "table_format.hpp"

namespace redline::tool {

namespace {

/// What must hold, all of it.
json needed_as_json(table_condition const& of)
{
    json list = json::array();
    for (proof::condition_piece const& p : of.pieces) list.push_back(p.text);
    return list;
}

}  // namespace

json conditions_as_json(table_conditions const& of)
{
    json list = json::array();
    for (table_condition const& c : of.any_of) list.push_back(c.text);
    return list;
}

json rows_as_json(contract_table const& of)
{
    json rows = json::array();
    for (table_row const& r : of.rows) {
        json row{{"uses", r.uses},
                 {"permitted", conditions_as_json(r.permitted)},
                 {"paused", conditions_as_json(r.paused)},
                 {"prohibited", conditions_as_json(r.prohibited)}};
        if (r.needed_complete && !r.permitted.never()) row["needed"] = needed_as_json(r.needed);
        row["gaps"] = conditions_as_json(r.gaps);
        if (!r.gap_example.empty()) row["gap_example"] = r.gap_example;
        if (!(r.permitted.complete && r.paused.complete && r.prohibited.complete && r.gaps.complete))
            row["complete"] = false;
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string table_as_json(contract_table const& of, bool of_request)
{
    json all = json::object();
    if (of_request) {
        all["known"] = of.known;
        all["held"] = of.held;
    }
    all["rows"] = rows_as_json(of);
    return whole_text(all);
}

}  // namespace redline::tool
