// For `./dev lint`: the headers that read contracts, in one source.
#include "redline/amend.hpp"
#include "redline/redline.hpp"
#include "redline/text/import_files.hpp"
#include "redline/text/layout.hpp"
