// The request of a record, read again under the contract that it was decided under.
#pragma once

#include "../json/request_reader.hpp"
#include "record_view.hpp"

#include "redline/text/memory.hpp"

namespace redline::tool {

/// `sha256:…`, as records say it; empty where nobody computed the contract's digest.
std::string digest_text(rule_set const& rules);

/// Reads the requests of records of one rule set. A fact that is masked there is not given.
class logged_request {
public:
    explicit logged_request(rule_set const& rules);
    /// False where the record holds no request of the contract; `why` then says why.
    bool read(record_view const& r);
    request_view& view() noexcept { return request_.view(); }
    /// The facts that were masked in the record that was read last, by their indices.
    std::vector<std::uint32_t> const& masked() const noexcept { return masked_; }
    std::string const& why() const noexcept { return why_; }

private:
    rule_set const& rules_;
    request_reader reader_;
    request_memory request_;
    std::vector<std::uint32_t> masked_;
    std::string why_;
};

}  // namespace redline::tool
