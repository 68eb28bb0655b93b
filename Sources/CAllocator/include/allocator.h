#pragma once

/// Makes the allocator hand back what is freed: glibc keeps a heap for each of many threads, and takes large
/// blocks from them once it has seen some freed, so that a server that read large pages keeps their room for ever.
/// To be called before there are many threads.
///
/// - Returns: 0 where the allocator is another one, which is left as it is.
int fons_allocator_hand_back(void);
