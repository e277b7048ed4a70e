package io.highfence.pipeline;

import io.highfence.Item;
import io.highfence.Order;
import io.highfence.OrderReader;
import io.highfence.Party;
import io.highfence.Verdict;
import io.highfence.base.BadInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order that is not closed: the events that it consists of, and what was last decided.
 *
 * @param lines how many lines it has, or {@link #WHOLE} if one event was all of it
 * @param timestamp when the newest event was, in milliseconds since 1970
 * @param events the values of the events that still count, oldest first
 * @param unusable places of newer events that could not be read: the order is not known while there are any
 * @param last what was last decided, or null
 */
record OpenOrder(
        int lines,
        long timestamp,
        List<byte[]> events,
        List<String> unusable,
        @Nullable Answer last) {
    static final int WHOLE = 0;

    /** The most bytes of all events of an order; its state fits into a record of a topic with Kafka's own limits. */
    static final int MAX_BYTES = 512 << 10;

    private static final int MAX_LINES = 10_000;
    private static final int MAX_UNUSABLE = 10;
    private static final byte FORMAT = 1;

    /**
     * What was last decided.
     *
     * @param under the digest of engine, rules, lists and settings
     * @param digest the digest of verdict and reasons
     * @param reasons the reasons
     */
    record Answer(String under, String digest, List<Holds.Kept> reasons) {}

    /**
     * An order after one more event.
     *
     * @param known the order before, or null
     * @param id the key of the event
     * @param value the value: an order as JSON, with all of its lines or some
     * @param lines how many lines the order has, as the event's header says; {@link #WHOLE} if the event is all of it
     * @param timestamp when the event was
     * @param place what to call the event in messages
     * @return the order, with what was last decided of it
     * @throws BadInput if the event is no order, is another one, or is too large
     */
    static OpenOrder after(@Nullable OpenOrder known, String id, byte[] value, int lines, long timestamp, String place)
            throws BadInput {
        if (value.length > MAX_BYTES) {
            throw new BadInput(place, 0, 0, "an order has at most " + MAX_BYTES + " bytes, not " + value.length);
        }
        Order order = read(value, place);
        if (!order.id().equals(id)) {
            throw new BadInput(place, 0, 0, "the key is " + id + ", and the order says that it is " + order.id());
        }
        List<byte[]> events = new ArrayList<>();
        if (known != null && lines != WHOLE) {
            Set<String> replaced = lineIds(order);
            for (byte[] earlier : known.events) {
                if (!replaced.containsAll(lineIds(read(earlier, place)))) {
                    events.add(earlier);
                }
            }
        }
        events.add(value);
        if (events.stream().mapToInt(event -> event.length).sum() > MAX_BYTES) {
            throw new BadInput(place, 0, 0, "the lines of an order have at most " + MAX_BYTES + " bytes in all");
        }
        List<String> unusable = known == null || lines == WHOLE ? List.of() : known.unusable;
        return new OpenOrder(lines, timestamp, events, unusable, known == null ? null : known.last);
    }

    /** The number of lines that a header names. */
    static int lines(byte @Nullable [] header, String place) throws BadInput {
        try {
            int lines = Integer.parseInt(header == null ? "" : String.valueOf(Texts.utf8(header)));
            if (lines > 0 && lines <= MAX_LINES) {
                return lines;
            }
        } catch (NumberFormatException e) {
            // As any other that is no number of lines.
        }
        throw new BadInput(place, 0, 0, "the header lines is a number from 1 to " + MAX_LINES);
    }

    private static Order read(byte[] value, String place) throws BadInput {
        try (OrderReader reader = new OrderReader(new ByteArrayInputStream(value), place)) {
            Order order = reader.next();
            if (order == null) {
                throw new BadInput(place, 1, 1, "there is no order in this event");
            }
            if (reader.next() != null) {
                throw new BadInput(place, 1, 1, "there is more than one order in this event");
            }
            return order;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> lineIds(Order order) {
        Set<String> ids = new HashSet<>();
        order.items().forEach(item -> ids.add(item.line()));
        return ids;
    }

    /** This order, which an event was to change that could not be read. */
    OpenOrder unusable(String place, long when) {
        List<String> places = new ArrayList<>(unusable);
        if (places.size() == MAX_UNUSABLE) {
            places.remove(0);
        }
        places.add(place);
        return new OpenOrder(lines, Math.max(timestamp, when), events, places, last);
    }

    OpenOrder decided(Answer answer) {
        return new OpenOrder(lines, timestamp, events, unusable, answer);
    }

    /**
     * The order that the events make: the newest of each line, every party that one of them names. What is not known of it stands among
     * the values that were not understood, so that the answer is NEEDS_DATA.
     */
    Order order() {
        List<Item> items = new ArrayList<>();
        Set<Party> parties = new LinkedHashSet<>();
        Set<String> unread = new LinkedHashSet<>();
        Set<String> unjudged = new LinkedHashSet<>();
        List<Order> said = new ArrayList<>();
        for (byte[] event : events) {
            try {
                said.add(read(event, "an open order"));
            } catch (BadInput e) {
                throw new IllegalStateException("What was read before cannot be read", e);
            }
        }
        Order newest = said.get(said.size() - 1);
        for (Order one : said) {
            Set<String> replaced = lineIds(one);
            items.removeIf(item -> replaced.contains(item.line()));
            items.addAll(one.items());
            parties.addAll(one.parties());
            unread.addAll(one.unread());
            unjudged.addAll(one.unjudged());
            if (!head(one).equals(head(newest))) {
                unjudged.add("what the lines say of the whole order, which differs");
            }
        }
        if (said.size() == 1 && lines == WHOLE && unusable.isEmpty()) {
            return newest;
        }
        if (lines != WHOLE && items.size() != lines) {
            unjudged.add("items, of which " + items.size() + " have come and " + lines + " are expected");
        }
        unusable.forEach(place -> unjudged.add("the event " + place + " in " + Topics.DEAD_LETTER));
        return newest.with(List.copyOf(parties), items, List.copyOf(unread), List.copyOf(unjudged));
    }

    private static Order head(Order order) {
        return order.with(List.of(), List.of(), List.of(), List.of());
    }

    /** An order of which nothing is to be said but that it is not known. */
    static Order unknown(String id, String why) {
        return Order.builder(id).build().with(List.of(), List.of(), List.of(), List.of(why));
    }

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeInt(lines);
            out.writeLong(timestamp);
            out.writeInt(events.size());
            for (byte[] event : events) {
                out.writeInt(event.length);
                out.write(event);
            }
            out.writeInt(unusable.size());
            for (String place : unusable) {
                out.writeUTF(place);
            }
            out.writeBoolean(last != null);
            if (last != null) {
                out.writeUTF(last.under);
                out.writeUTF(last.digest);
                out.writeInt(last.reasons.size());
                for (Holds.Kept kept : last.reasons) {
                    out.writeUTF(kept.id());
                    out.writeUTF(kept.verdict().name());
                    out.writeBoolean(kept.open());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static OpenOrder of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != FORMAT) {
                throw new IllegalStateException("The open orders were written by another version of the pipeline");
            }
            int lines = in.readInt();
            long timestamp = in.readLong();
            List<byte[]> events = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                byte[] event = new byte[in.readInt()];
                in.readFully(event);
                events.add(event);
            }
            List<String> unusable = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                unusable.add(in.readUTF());
            }
            return new OpenOrder(lines, timestamp, events, unusable, in.readBoolean() ? answer(in) : null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer answer(DataInputStream in) throws IOException {
        String under = in.readUTF();
        String digest = in.readUTF();
        List<Holds.Kept> reasons = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            reasons.add(new Holds.Kept(in.readUTF(), Verdict.valueOf(in.readUTF()), in.readBoolean()));
        }
        return new Answer(under, digest, reasons);
    }
}
