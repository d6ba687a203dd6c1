// Key files: a signer's secret key, and the list of keys that count.
#pragma once

#include "redline/record/signature.hpp"

#include <string>
#include <vector>

namespace redline::tool {

/// Writes a new key to a file that only its owner can read, and gives its public key. Throws `failure` where the file is there
/// already or can't be written.
record::public_key make_key_file(std::string const& path);

/// Reads a signer's key. Throws `failure`.
record::signing_key read_key_file(std::string const& path);

/// Reads a list of keys: `{"keys": [{"person": "ann", "role": "counsel", "key": "…", "from": "…", "until": "…"}]}`. Throws
/// `failure`, which says what is wrong where.
std::vector<record::listed_key> read_key_list(std::string const& path);

}  // namespace redline::tool
