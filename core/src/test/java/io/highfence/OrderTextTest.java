package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.highfence.chip.ChipCatalogue;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Digests of orders rest on their text, which is that of any record. */
class OrderTextTest {
    private static String ofRecord(Record record) throws ReflectiveOperationException {
        List<String> components = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            components.add(component.getName() + "=" + component.getAccessor().invoke(record));
        }
        return record.getClass().getSimpleName() + "[" + String.join(", ", components) + "]";
    }

    @Test
    void theTextOfAnOrderAndItsPartsIsThatOfARecord() throws ReflectiveOperationException {
        Order order = Orders.clean()
                .item(Item.ofChip("chip", ChipCatalogue.bundled().find("H200").chip()))
                .redFlag("ROUTE")
                .build();
        List<Record> records = new ArrayList<>(List.of(
                order,
                Orders.bare("bare").build(),
                order.exporter(),
                Order.Exporter.UNKNOWN,
                order.destination(),
                Order.Destination.UNKNOWN,
                order.endUse(),
                Order.EndUse.UNKNOWN,
                order.nexus(),
                Order.Nexus.UNKNOWN));
        records.addAll(order.parties());
        records.addAll(order.items());
        for (Record record : records) {
            assertEquals(ofRecord(record), record.toString());
        }
    }
}
