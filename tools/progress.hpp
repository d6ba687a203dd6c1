// How far long work has come: a line on a terminal that goes away by itself.
#pragma once

#include <cstddef>
#include <string>

namespace redline::tool {

/// While it lives, and once a second has passed, one line of standard error says what is being done, how much of it is
/// done where that is known, and for how long: `comparing [#####     ] 12 of 24, 3 s`. Nothing at all is written where
/// standard error is no terminal, or a dumb one. The line is drawn by a timer's signal, so work need not be cut into
/// steps, and there is no thread. One at a time; a further one inside of it is silent.
class progress {
public:
    /// `what` is one or two words; `total` is how many steps there are, or 0 where that is not known.
    explicit progress(std::string what, std::size_t total = 0);
    progress(progress const&) = delete;
    progress& operator=(progress const&) = delete;
    ~progress();

    /// One step is done.
    void step() noexcept;

private:
    bool shows_ = false;
};

}  // namespace redline::tool
