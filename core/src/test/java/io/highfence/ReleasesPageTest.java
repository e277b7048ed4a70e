package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of docs/releases.md are read whole, and there is one of each type. */
class ReleasesPageTest {
    private static final Path PAGE = Path.of(System.getProperty("highfence.root", ".."), "docs", "releases.md");

    @Test
    void theExamplesAreRead() throws Exception {
        Set<Authorization.Type> types = EnumSet.noneOf(Authorization.Type.class);
        int dispositions = 0;
        Matcher json = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        while (json.find()) {
            byte[] bytes = json.group(1).getBytes(StandardCharsets.UTF_8);
            try (OrderReader reader = new OrderReader(new ByteArrayInputStream(bytes), "releases.md")) {
                Order order = reader.next();
                assertEquals(List.of(), order.unread());
                assertEquals(List.of(), order.unjudged());
                order.authorizations().forEach(authorization -> types.add(authorization.type()));
                dispositions += order.dispositions().size();
                order.dispositions().forEach(disposition -> assertTrue(disposition.binding() != null));
            }
        }
        assertEquals(EnumSet.allOf(Authorization.Type.class), types);
        assertEquals(1, dispositions);
    }

    @Test
    void theTableIsRead() throws Exception {
        Matcher table = Pattern.compile("```\n(id,.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertTrue(table.find());
        List<Order> orders = new ArrayList<>();
        OrderTable.read(
                new ByteArrayInputStream(table.group(1).getBytes(StandardCharsets.UTF_8)),
                "releases.md",
                orders::add,
                fault -> {
                    throw new AssertionError(fault.getMessage());
                });
        assertEquals(1, orders.size());
        assertEquals(2, orders.get(0).items().size());
    }

    /** Every column stands on the page, by its whole name or as a role with an ending. */
    @Test
    void everyColumnStandsOnThePage() throws Exception {
        String page = Files.readString(PAGE);
        for (String column : OrderTable.COLUMNS) {
            boolean ofParty = column.endsWith("_name") || page.contains(column);
            boolean ofRole = java.util.Arrays.stream(Party.Role.values())
                    .anyMatch(role -> column.startsWith(Words.snake(role.word()) + "_"));
            boolean ofChip = io.highfence.chip.ChipColumns.NAMES.contains(column);
            assertTrue(ofParty || ofRole || ofChip, column);
        }
    }
}
