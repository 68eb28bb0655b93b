#pragma once
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

// What the server hands out, embedded byte for byte from files beside this one.
const uint8_t *fons_served_style(void);
size_t fons_served_style_size(void);
const uint8_t *fons_served_script(void);
size_t fons_served_script_size(void);
const uint8_t *fons_served_openapi(void);
size_t fons_served_openapi_size(void);
const uint8_t *fons_served_icon(void);
size_t fons_served_icon_size(void);
const uint8_t *fons_served_report_schema(void);
size_t fons_served_report_schema_size(void);

#pragma clang assume_nonnull end
