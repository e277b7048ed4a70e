package io.highfence.list;

import com.fasterxml.jackson.core.JsonToken;
import io.highfence.base.BadInput;
import io.highfence.input.JsonInput;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** The Consolidated Screening List as its publisher's JSON file: one object with an array {@code results}. */
final class CslJsonReader implements ListReader {
    @Override
    @SuppressWarnings("resource") // The stream belongs to the caller.
    public void read(InputStream in, Loading loading) throws IOException, BadInput {
        JsonInput json = new JsonInput(in, loading.file());
        if (json.next() == null) {
            throw new BadInput(loading.file(), 1, 1, "the file is empty");
        }
        File file = new File(json, loading);
        json.object("the list", file::field);
        file.finish();
        if (json.next() != null) {
            throw json.fault("something stands behind the end of the list");
        }
    }

    /** The reading of one file. */
    private static final class File {
        private final JsonInput json;
        private final Loading loading;
        private long total = -1;
        private long offset;
        private boolean results;

        File(JsonInput json, Loading loading) {
            this.json = json;
            this.loading = loading;
        }

        void field(String name) throws IOException, BadInput {
            switch (name) {
                case "results" -> {
                    results = true;
                    json.array("results", path -> new One(path).read());
                }
                case "search_performed_at" -> {
                    String instant = text(name);
                    try {
                        loading.published(LocalDate.parse(instant.substring(0, Math.min(10, instant.length()))));
                    } catch (DateTimeException e) {
                        loading.note("search_performed_at '" + instant + "' is not understood");
                    }
                }
                case "sources_used" -> {
                    if (json.current() != JsonToken.VALUE_NULL) {
                        json.array(name, this::source);
                    }
                }
                case "total" -> total = number(name);
                case "offset" -> offset = number(name);
                case "_sample" -> {
                    if (Boolean.TRUE.equals(json.truth(name))) {
                        loading.sample();
                    }
                }
                default -> {
                    json.skip();
                    if (!name.startsWith("_")) {
                        loading.note("the key '" + name + "' is not known");
                    }
                }
            }
        }

        /** Each list has its own day, which may lie well before that of the file. */
        private void source(String path) throws IOException, BadInput {
            String[] said = {"", ""};
            json.object(path, name -> {
                switch (name) {
                    case "source" -> said[0] = text(name);
                    case "source_last_updated" -> said[1] = text(name);
                    default -> json.skip();
                }
            });
            LocalDate day = PublishedDate.day(said[1], loading);
            if (day != null) {
                loading.note(
                        "the source '" + Published.shortened(CslRecord.code(said[0])) + "' was last updated on " + day);
            }
        }

        void finish() throws BadInput {
            if (!results) {
                throw json.fault("this is no Consolidated Screening List: it has no array 'results'");
            }
            if (offset != 0) {
                throw json.fault("this is one page of a search, from record " + offset + " on, and not the whole list");
            }
            if (total >= 0 && total != loading.records().size()) {
                throw json.fault("the file says it has " + total + " records and holds "
                        + loading.records().size());
            }
        }

        private long number(String path) throws IOException, BadInput {
            try {
                return Long.parseLong(text(path));
            } catch (NumberFormatException e) {
                throw json.fault(path + " must be a whole number");
            }
        }

        private String text(String path) throws IOException, BadInput {
            String text = json.text(path);
            return text == null ? "" : text;
        }

        /** The reading of one record. */
        private final class One {
            private final String path;
            private final CslRecord record = new CslRecord();

            One(String path) {
                this.path = path;
            }

            void read() throws IOException, BadInput {
                json.object(path, this::field);
                String lacks = record.lacks();
                if (lacks != null) {
                    throw json.fault(path + " has no " + lacks);
                }
                record.addTo(loading);
            }

            private void field(String name) throws IOException, BadInput {
                switch (name) {
                    case "id" -> record.id = text(name);
                    case "source" -> record.source = text(name);
                    case "entity_number" -> record.entityNumber = text(name);
                    case "type" -> record.type = text(name);
                    case "programs" -> texts(name, record.programs);
                    case "name" -> record.name = text(name);
                    case "title" -> record.title = text(name);
                    case "addresses" -> many(name, this::address);
                    case "federal_register_notice" -> record.notice = text(name);
                    case "start_date" -> record.startDate = text(name);
                    case "end_date" -> record.endDate = text(name);
                    case "standard_order" -> record.standardOrder = text(name);
                    case "license_requirement" -> record.licenseRequirement = text(name);
                    case "license_policy" -> record.licensePolicy = text(name);
                    case "call_sign" -> record.callSign = text(name);
                    case "vessel_type" -> record.vesselType = text(name);
                    case "gross_tonnage" -> record.grossTonnage = text(name);
                    case "gross_registered_tonnage" -> record.grossRegisteredTonnage = text(name);
                    case "vessel_flag" -> record.vesselFlag = text(name);
                    case "vessel_owner" -> record.vesselOwner = text(name);
                    case "remarks" -> record.remarks = text(name);
                    case "source_list_url" -> record.url = text(name);
                    case "source_information_url" -> record.informationUrl = text(name);
                    case "alt_names" -> texts(name, record.altNames);
                    case "citizenships" -> texts(name, record.citizenships);
                    case "nationalities" -> texts(name, record.nationalities);
                    case "dates_of_birth" -> texts(name, record.birthDates);
                    case "places_of_birth" -> texts(name, record.birthPlaces);
                    case "ids" -> many(name, this::id);
                    default -> {
                        json.skip();
                        loading.note("the key 'results." + name + "' is not known");
                    }
                }
            }

            private void many(String name, JsonInput.Field element) throws IOException, BadInput {
                if (json.current() != JsonToken.VALUE_NULL) {
                    json.array(path + "." + name, element);
                }
            }

            private void texts(String name, List<String> into) throws IOException, BadInput {
                many(name, element -> {
                    String text = json.text(element);
                    if (text != null && !text.isBlank()) {
                        into.add(text);
                    }
                });
            }

            private void address(String at) throws IOException, BadInput {
                String[] parts = {"", "", "", "", ""};
                json.object(at, name -> {
                    switch (name) {
                        case "address" -> parts[0] = text(name);
                        case "city" -> parts[1] = text(name);
                        case "state" -> parts[2] = text(name);
                        case "postal_code" -> parts[3] = text(name);
                        case "country" -> parts[4] = text(name);
                        default -> {
                            json.skip();
                            loading.note("the key 'results.addresses." + name + "' is not known");
                        }
                    }
                });
                ListedParty.Address address =
                        CslRecord.address(parts[0], parts[1], parts[2], parts[3], parts[4], loading);
                if (address != null) {
                    record.addresses.add(address);
                }
            }

            private void id(String at) throws IOException, BadInput {
                String[] parts = {"", "", "", "", ""};
                json.object(at, name -> {
                    switch (name) {
                        case "type" -> parts[0] = text(name);
                        case "number" -> parts[1] = text(name);
                        case "country" -> parts[2] = text(name);
                        case "issue_date" -> parts[3] = text(name);
                        case "expiration_date" -> parts[4] = text(name);
                        default -> {
                            json.skip();
                            loading.note("the key 'results.ids." + name + "' is not known");
                        }
                    }
                });
                record.ids.add(new CslRecord.Id(parts[0], parts[1], parts[2], parts[3], parts[4]));
            }
        }
    }
}
