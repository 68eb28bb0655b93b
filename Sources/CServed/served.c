#include "served.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t style[] = {
#embed "data/page.css"
};

static const uint8_t script[] = {
#embed "data/page.js"
};

static const uint8_t openapi[] = {
#embed "data/openapi.json"
};

static const uint8_t icon[] = {
#embed "data/icon.svg"
};

static const uint8_t report_schema[] = {
#embed "../FonsReport/Schema/report.schema.json"
};

const uint8_t *fons_served_style(void) { return style; }
size_t fons_served_style_size(void) { return sizeof style; }
const uint8_t *fons_served_script(void) { return script; }
size_t fons_served_script_size(void) { return sizeof script; }
const uint8_t *fons_served_openapi(void) { return openapi; }
size_t fons_served_openapi_size(void) { return sizeof openapi; }
const uint8_t *fons_served_icon(void) { return icon; }
size_t fons_served_icon_size(void) { return sizeof icon; }
const uint8_t *fons_served_report_schema(void) { return report_schema; }
size_t fons_served_report_schema_size(void) { return sizeof report_schema; }
