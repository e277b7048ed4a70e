package io.highfence;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The floors of the house: a room may use the rooms below it, never one above or beside it. */
class HouseTest {
    private static final String ROOT = "io.highfence";

    /** Each room with all that it may use of the house, as the design lists them. */
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("base", List.of()),
            Map.entry("input", List.of("base")),
            Map.entry("text", List.of("base")),
            Map.entry("list", List.of("base", "input")),
            Map.entry("law", List.of("base", "input")),
            Map.entry("ledger", List.of("base", "input")),
            Map.entry("match", List.of("base", "text", "list")),
            Map.entry("chip", List.of("base", "input", "law")),
            Map.entry("ownership", List.of("base", "input", "list", "law")),
            Map.entry("", List.of("base", "input", "list", "law", "ledger", "match", "chip", "ownership")),
            Map.entry("report", List.of("base", "input", "list", "law", "ledger", "match", "chip", "ownership", "")));

    private static JavaClasses house;

    @BeforeAll
    static void enter() {
        house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT);
    }

    @TestFactory
    List<DynamicTest> eachRoomUsesOnlyRoomsBelow() {
        return MAY_USE.keySet().stream()
                .sorted()
                .map(room -> DynamicTest.dynamicTest(room.isEmpty() ? "the door" : room, () -> check(room)))
                .toList();
    }

    private static void check(String room) {
        String[] forbidden = MAY_USE.keySet().stream()
                .filter(other -> !other.equals(room) && !MAY_USE.get(room).contains(other))
                .map(HouseTest::nameOf)
                .toArray(String[]::new);
        assertTrue(
                house.stream().anyMatch(c -> c.getPackageName().equals(nameOf(room))),
                "nobody lives in " + nameOf(room));
        if (forbidden.length > 0) {
            noClasses()
                    .that(resideInAPackage(nameOf(room)))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(forbidden))
                    .check(house);
        }
    }

    @Test
    void everyRoomIsInTheDesign() {
        List<String> known = MAY_USE.keySet().stream().map(HouseTest::nameOf).toList();
        house.forEach(c -> assertTrue(known.contains(c.getPackageName()), c.getName() + " lives in no known room"));
    }

    @Test
    void coreOpensNoConnectionAndStartsNoThread() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.net..", "java.net.http..", "java.util.concurrent..", "javax.net.."))
                .check(house);
        // An index is a file that is mapped, a ledger and an audit log are ones that are locked.
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.nio.channels..")
                        .and(not(belongToAnyOf(FileChannel.class, FileLock.class, OverlappingFileLockException.class))))
                .check(house);
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Thread.class, ClassLoader.class)
                .check(house);
    }

    private static String nameOf(String room) {
        return room.isEmpty() ? ROOT : ROOT + "." + room;
    }
}
