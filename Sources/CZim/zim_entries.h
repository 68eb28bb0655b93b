// What libzim does not check before it reads: the numbers of contents in the entries of a ZIM file.
#pragma once
#include <cstdint>
#include <string>

/// Whether an entry of the archive, or of the parts that a split one has, names the content with the
/// highest number there can be. libzim 8 adds one to it and reads at the place of the number zero less
/// one: a crash. Entries that cannot be read are left to libzim.
///
/// Layout: openzim.org/wiki/ZIM_file_format.
bool names_last_content(const std::string &path);
