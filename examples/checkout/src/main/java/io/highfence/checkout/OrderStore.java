package io.highfence.checkout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Orders with their decisions, and what people have decided about them, in the database. */
@Repository
class OrderStore {
    private final JdbcClient jdbc;

    OrderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An order as it stands.
     *
     * @param id its id
     * @param content the digest of what was ordered
     * @param body the order as JSON
     * @param authorizations what the shop holds for it, as JSON
     * @param outcome what becomes of it
     * @param verdict the verdict behind that
     * @param message what the customer reads
     * @param decision the whole decision as JSON
     * @param explanation the page for operators, unfinished, or null if nothing was found
     * @param basis what the decision rests on
     * @param decidedAt when it was decided
     * @param released whether it was ever released
     * @param shippedAt when it left, or null
     * @param version counts the decisions, from 1
     */
    record Stored(
            String id,
            String content,
            String body,
            String authorizations,
            Outcome outcome,
            String verdict,
            String message,
            String decision,
            @Nullable String explanation,
            String basis,
            Instant decidedAt,
            boolean released,
            @Nullable Instant shippedAt,
            int version) {}

    /** Adds an order; throws DuplicateKeyException if there is one of its id. */
    void add(Stored order) {
        bind(jdbc.sql("""
                insert into shop_order (id, content, body, authorizations, outcome, verdict, message, decision, explanation, basis,
                  decided_at, released, shipped_at, version)
                values (:id, :content, :body, :authorizations, :outcome, :verdict, :message, :decision, :explanation, :basis,
                  :decidedAt, :released, :shippedAt, :version)"""), order).update();
    }

    /** Puts an order in the place of the version before it; false if another hand was quicker. */
    boolean replace(Stored order) {
        return bind(jdbc.sql("""
                update shop_order set content = :content, body = :body, authorizations = :authorizations, outcome = :outcome, verdict = :verdict,
                  message = :message, decision = :decision, explanation = :explanation, basis = :basis,
                  decided_at = :decidedAt, released = :released, shipped_at = :shippedAt, version = :version
                where id = :id and version = :version - 1"""), order).update() == 1;
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql, Stored order) {
        return sql.param("id", order.id)
                .param("content", order.content)
                .param("body", order.body)
                .param("authorizations", order.authorizations)
                .param("outcome", order.outcome.word())
                .param("verdict", order.verdict)
                .param("message", order.message)
                .param("decision", order.decision)
                .param("explanation", order.explanation)
                .param("basis", order.basis)
                .param("decidedAt", time(order.decidedAt))
                .param("released", order.released)
                .param(
                        "shippedAt",
                        order.shippedAt == null ? null : time(order.shippedAt),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("version", order.version);
    }

    /** The order of an id. */
    Optional<Stored> find(String id) {
        return jdbc.sql("select * from shop_order where id = :id")
                .param("id", id)
                .query((row, number) -> stored(row))
                .optional();
    }

    /** The orders that may not ship and came first. */
    List<Stored> held(int limit) {
        return jdbc.sql("select * from shop_order where outcome <> :accepted order by decided_at, id limit :limit")
                .param("accepted", Outcome.ACCEPTED.word())
                .param("limit", limit)
                .query((row, number) -> stored(row))
                .list();
    }

    /** Ids of open orders that rest on something else than this, behind an id. */
    List<String> restingOnOther(String basis, String after, int limit) {
        return jdbc.sql("""
                select id from shop_order where basis <> :basis and shipped_at is null and id > :after order by id
                limit :limit""")
                .param("basis", basis)
                .param("after", after)
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        OffsetDateTime shipped = row.getObject("shipped_at", OffsetDateTime.class);
        return new Stored(
                row.getString("id"),
                row.getString("content"),
                row.getString("body"),
                row.getString("authorizations"),
                Outcome.of(row.getString("outcome")),
                row.getString("verdict"),
                row.getString("message"),
                row.getString("decision"),
                row.getString("explanation"),
                row.getString("basis"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("released"),
                shipped == null ? null : shipped.toInstant(),
                row.getInt("version"));
    }

    /** Adds what a person has decided. */
    void add(String orderId, StoredDisposition made) {
        jdbc.sql("""
                insert into disposition (id, order_id, reason, input, rules, lists, author, evidence, note,
                  expires, made_at)
                values (:id, :orderId, :reason, :input, :rules, :lists, :author, :evidence, :note,
                  :expires, :madeAt)""")
                .param("id", made.id())
                .param("orderId", orderId)
                .param("reason", made.reason())
                .param("input", made.binding().input())
                .param("rules", made.binding().rules())
                .param("lists", made.binding().lists())
                .param("author", made.author())
                .param("evidence", made.evidence())
                .param("note", made.note())
                .param("expires", made.expires())
                .param("madeAt", time(made.madeAt()))
                .update();
    }

    /** What people have decided about an order, oldest first. */
    List<StoredDisposition> dispositions(String orderId) {
        return jdbc.sql("select * from disposition where order_id = :orderId order by made_at, id")
                .param("orderId", orderId)
                .query((row, number) -> new StoredDisposition(
                        row.getString("id"),
                        row.getString("reason"),
                        new StoredDisposition.Binding(
                                row.getString("input"), row.getString("rules"), row.getString("lists")),
                        row.getString("author"),
                        row.getString("evidence"),
                        row.getString("note"),
                        row.getObject("expires", LocalDate.class),
                        row.getObject("made_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
