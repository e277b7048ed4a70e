package io.highfence.list;

import com.fasterxml.jackson.core.JsonToken;
import io.highfence.base.BadInput;
import io.highfence.input.JsonInput;
import io.highfence.list.ListedParty.Quality;
import io.highfence.list.ListedParty.Role;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Foreign End User List of Japan's Ministry of Economy, Trade and Industry, which is published as a PDF file alone, as the
 * JSON that was taken from it: an array of objects. A name may have its Chinese characters behind it in brackets.
 */
final class JpMetiReader implements ListReader {
    private static final Pattern NATIVE = Pattern.compile("^(.*?)\\s*[(\\uFF08]([^()\\uFF08\\uFF09]+)[)\\uFF09]\\s*$");

    /** Kinds of concern: biological, chemical, missiles, nuclear, and conventional weapons. */
    private static final Pattern CONCERN = Pattern.compile("(?<![A-Za-z])(CW|[BCMN])(?![A-Za-z])");

    private static final Pattern DAY_IN_URL = Pattern.compile("/([0-9]{4})([0-9]{2})([0-9]{2})[0-9]{3}/");

    /** The longest beginning of an address that may be a country. */
    private static final int LONGEST_COUNTRY = 100;

    /** The longest name that is looked into. */
    private static final int LONGEST_NAME = 2_000;

    private final Set<String> ids = new HashSet<>();
    private boolean dated;

    @Override
    @SuppressWarnings("resource") // The stream belongs to the caller.
    public void read(InputStream in, Loading loading) throws IOException, BadInput {
        JsonInput json = new JsonInput(in, loading.file());
        if (json.next() == null) {
            throw new BadInput(loading.file(), 1, 1, "the file is empty");
        }
        json.array("the list", path -> new One(json, path, loading).read());
        if (json.next() != null) {
            throw json.fault("something stands behind the end of the list");
        }
    }

    /** The reading of one record. */
    private final class One {
        private final JsonInput json;
        private final String path;
        private final Loading loading;
        private final List<String> aliases = new ArrayList<>();
        private final List<String> addresses = new ArrayList<>();
        private String id = "";
        private String name = "";
        private String type = "";
        private String reason = "";
        private String url = "";
        private String added = "";

        One(JsonInput json, String path, Loading loading) {
            this.json = json;
            this.path = path;
            this.loading = loading;
        }

        void read() throws IOException, BadInput {
            BadInput place = json.fault("");
            json.object(path, field -> {
                switch (field) {
                    case "id" -> id = text(field);
                    case "entity_name" -> name = text(field);
                    case "entity_type" -> type = text(field);
                    case "aliases" -> texts(field, aliases);
                    case "addresses" -> texts(field, addresses);
                    case "reason" -> reason = text(field);
                    case "source_url" -> url = text(field);
                    case "date_added" -> added = text(field);
                    case "country", "last_verified", "list_id", "source_list_name" -> json.skip();
                    default -> {
                        json.skip();
                        loading.note("the key '" + Published.shortened(field) + "' is not known");
                    }
                }
            });
            if (name.isBlank()) {
                nameBehindCountry();
            }
            if (!Published.isName(name) || id.isBlank() || !ids.add(id.strip())) {
                loading.refuse(new BadInput(
                        loading.file(),
                        place.line(),
                        place.column(),
                        Published.isName(name)
                                ? "this record has no id, or one that stands twice"
                                : "this record has no entity_name"));
                return;
            }
            take();
        }

        private String text(String field) throws IOException, BadInput {
            String text = json.text(path + "." + field);
            return text == null ? "" : text;
        }

        private void texts(String field, List<String> into) throws IOException, BadInput {
            if (json.current() != JsonToken.VALUE_NULL) {
                json.array(path + "." + field, element -> {
                    String text = json.text(element);
                    if (text != null && !text.isBlank()) {
                        into.add(text);
                    }
                });
            }
        }

        private void take() {
            GroupedParty party = new GroupedParty("Foreign End User List (Japan, METI)", "JP-EUL", id.strip(), loading);
            party.type(type);
            name(name, Role.PRIMARY, party);
            aliases.forEach(alias -> name(alias, Role.ALIAS, party));
            addresses.forEach(address -> address(address, party));
            // Some of the letters are of full width.
            Matcher concern = CONCERN.matcher(Normalizer.normalize(reason, Normalizer.Form.NFKC));
            while (concern.find()) {
                party.program(concern.group(1));
            }
            party.remarks(reason);
            party.from(PublishedDate.day(added, loading));
            party.url(url);
            Matcher day = DAY_IN_URL.matcher(url);
            if (!dated && day.find()) {
                dated = true;
                PublishedDate.published(day.group(1) + "-" + day.group(2) + "-" + day.group(3), loading);
            }
            party.published(1 + aliases.size());
            party.finish();
        }

        private void name(String published, Role role, GroupedParty party) {
            String said = published.replace('\u3000', ' ').strip();
            Matcher brackets = NATIVE.matcher(said);
            if (said.length() <= LONGEST_NAME
                    && brackets.matches()
                    && Published.isNonLatin(brackets.group(2))
                    && !brackets.group(1).isBlank()) {
                party.name(brackets.group(1), role, Quality.UNKNOWN);
                party.name(brackets.group(2), Role.ORIGINAL_SCRIPT, Quality.UNKNOWN);
            } else {
                party.name(
                        said,
                        role == Role.ALIAS && Published.isNonLatin(said) ? Role.ORIGINAL_SCRIPT : role,
                        Quality.UNKNOWN);
            }
        }

        /** Where the text of the PDF ran on, the name stands behind the country. */
        private void nameBehindCountry() {
            if (addresses.size() == 1) {
                String country = countryIn(addresses.get(0));
                if (country.length() < addresses.get(0).strip().length()) {
                    name = addresses.get(0).strip().substring(country.length());
                    addresses.set(0, country);
                    loading.note("a name was taken from behind its country");
                }
            }
        }

        /** The longest beginning that is a country; blank if there is none. */
        private String countryIn(String text) {
            String said = text.strip();
            String country = said.substring(0, Math.min(said.length(), LONGEST_COUNTRY));
            while (Published.country(country) == null) {
                int blank = country.lastIndexOf(' ');
                if (blank < 0) {
                    return "";
                }
                country = country.substring(0, blank);
            }
            return country;
        }

        /** An address is the country, behind which the text of the PDF may have left more. */
        private void address(String text, GroupedParty party) {
            String country = countryIn(text);
            if (country.isEmpty()) {
                loading.note(Published.unknownCountry(text));
                party.address(text, "", "", "", "");
            } else {
                party.address("", "", "", "", country);
                party.extra("Behind the country", text.strip().substring(country.length()));
            }
        }
    }
}
