package io.highfence.checkout;

import io.highfence.Order;
import io.highfence.OrderReader;
import io.highfence.base.BadInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads orders that strangers send: bounded, strict, and with the place of each fault. */
final class Intake {
    static final int MAX_BYTES = 256 * 1024;
    static final int MAX_PARTIES = 50;
    static final int MAX_LINES = 200;

    /** What is safe in an address and in a header. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private static final Set<String> RELEASES = Set.of("authorizations", "dispositions");

    private static final JsonFactory FACTORY = new JsonFactory();

    private Intake() {}

    /**
     * An order and the text that it was read from.
     *
     * @param order the order
     * @param body its JSON
     */
    record Taken(Order order, String body) {}

    /** The body is longer than any order. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("An order has at most " + MAX_BYTES + " bytes");
        }
    }

    /** The body is no order, or says what only the shop may say. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        final String pointer;
        final long line;
        final int column;

        Refused(String message, String pointer, long line, int column) {
            super(message);
            this.pointer = pointer;
            this.line = line;
            this.column = column;
        }

        Refused(String message, String pointer) {
            this(message, pointer, 0, 0);
        }
    }

    /** Reads one order. */
    static Taken read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new TooLarge();
        }
        return read(bytes);
    }

    /** Reads one order. */
    static Taken read(byte[] bytes) throws IOException {
        Order order;
        try (OrderReader reader = new OrderReader(new ByteArrayInputStream(bytes), "body")) {
            order = reader.next();
            if (order == null) {
                throw new Refused("There is no order", "#");
            }
            if (reader.next() != null) {
                throw new Refused("There is more than one order", "#");
            }
        } catch (BadInput e) {
            throw new Refused(e.reason(), pointer(bytes, e.line(), e.column()), e.line(), e.column());
        }
        check(order);
        refuseReleases(bytes);
        return new Taken(order, new String(bytes, StandardCharsets.UTF_8));
    }

    /** Reads authorizations, by reading an order that has nothing else. */
    static String authorizations(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new TooLarge();
        }
        byte[] order = ("{\"authorizations\":" + new String(bytes, StandardCharsets.UTF_8) + ",\"id\":\"x\"}")
                .getBytes(StandardCharsets.UTF_8);
        try (OrderReader reader = new OrderReader(new ByteArrayInputStream(order), "body")) {
            Order read = reader.next();
            if (read == null || reader.next() != null || !read.equals(bare(read))) {
                throw new Refused("There must be an array of authorizations, all of whose fields are known", "#");
            }
        } catch (BadInput e) {
            throw new Refused(e.reason(), "#");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** An order with its authorizations alone; whatever else was read, or was not understood, is not in it. */
    private static Order bare(Order order) {
        Order.Builder bare = Order.builder("x");
        order.authorizations().forEach(bare::authorization);
        return bare.build();
    }

    private static void check(Order order) {
        if (!ID.matcher(order.id()).matches()) {
            throw new Refused("An id has 1 to 64 letters, digits, dots, hyphens and underscores", "#/id");
        }
        if (order.parties().size() > MAX_PARTIES) {
            throw new Refused("An order has at most " + MAX_PARTIES + " parties", "#/parties/" + MAX_PARTIES);
        }
        if (order.items().size() > MAX_LINES) {
            throw new Refused("An order has at most " + MAX_LINES + " items", "#/items/" + MAX_LINES);
        }
    }

    /** A release is the word of a person of the shop, never of whoever sends an order. */
    private static void refuseReleases(byte[] bytes) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                if (RELEASES.contains(name)) {
                    throw new Refused(
                            "What releases an order is recorded by operators and not sent with it", "#/" + name);
                }
                parser.nextToken();
                parser.skipChildren();
            }
        }
    }

    /** The JSON pointer of what stands at a place, as far as the text can be read. */
    private static String pointer(byte[] bytes, long line, int column) {
        JsonPointer pointer = JsonPointer.empty();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            while (parser.nextToken() != null && isUpTo(parser.currentTokenLocation(), line, column)) {
                pointer = parser.streamReadContext().pathAsPointer();
            }
        } catch (JacksonException e) {
            // What is no JSON has a pointer up to there.
            return "#" + pointer;
        }
        return "#" + pointer;
    }

    private static boolean isUpTo(@Nullable TokenStreamLocation place, long line, int column) {
        return place != null
                && (place.getLineNr() < line || (place.getLineNr() == line && place.getColumnNr() <= column));
    }
}
