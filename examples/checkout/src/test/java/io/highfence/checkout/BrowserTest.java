package io.highfence.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages in a real browser, as a customer and an operator see them. Leaves the pictures of the README in target/screenshots. */
@Tag("browser")
final class BrowserTest {
    private static final Path PICTURES = Path.of("target", "screenshots");

    @Test
    void aPersonOrdersAndAnOperatorReleases(@TempDir Path profile) throws IOException {
        try (RunningShop shop = RunningShop.start();
                Browser browser = new Browser(profile)) {
            browser.open(shop.address + "/");
            assertEquals("Your cart", browser.title());
            order(browser, "Hinterland Robotics Workshop", "1-2-3 Example, Tokyo", "Japan");
            assertTrue(browser.text(".outcome").contains("accepted"));
            assertFalse(browser.text(".outcome").contains("paused"));

            browser.open(shop.address + "/");
            fillIn(browser, "Positive Technologies", "1 Example Street, Toronto", "Canada");
            browser.screenshot(PICTURES.resolve("cart.png"), 640, 1090);
            browser.click("form button");
            assertTrue(browser.text(".outcome").contains("paused"));
            String id = browser.text("code");
            browser.screenshot(PICTURES.resolve("paused.png"), 640, 540);

            String address = shop.address.replace("://", "://ada:" + RunningShop.PASSWORD + "@");
            browser.open(address + "/operator");
            assertTrue(browser.text("table").contains(id));
            browser.open(shop.address + "/operator/" + id);
            assertEquals(3, browser.count("input[type=checkbox]"));
            browser.clickAll("input[type=checkbox]");
            browser.fill("input[name=evidence]", "extract of the register of companies");
            browser.fill("textarea[name=note]", "another company of the same name");
            browser.enter("iframe");
            assertTrue(browser.text("body").contains("Entity List"));
            browser.leave();
            browser.screenshot(PICTURES.resolve("operator.png"), 980, 1240);
            browser.open(shop.address + "/operator/" + id + "/explanation");
            browser.screenshot(PICTURES.resolve("explanation.png"), 900, 1010);

            browser.open(shop.address + "/operator/" + id);
            browser.clickAll("input[type=checkbox]");
            browser.fill("input[name=evidence]", "extract of the register of companies");
            browser.fill("textarea[name=note]", "another company of the same name");
            browser.click("form button");
            assertTrue(browser.text(".outcome").startsWith("accepted:"));
            browser.open(shop.address + "/placed/" + id);
            assertFalse(browser.text(".outcome").contains("paused"));
        }
    }

    /** No script of a customer runs, in any page. */
    @Test
    void scriptsDoNotRun(@TempDir Path profile) {
        try (RunningShop shop = RunningShop.start();
                Browser browser = new Browser(profile)) {
            String script = "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">";
            browser.open(shop.address + "/");
            order(browser, script + " Sugon", script, "Italy");
            String id = browser.text("code");
            assertEquals("Your order", browser.title());
            String address = shop.address.replace("://", "://ada:" + RunningShop.PASSWORD + "@");
            browser.open(address + "/operator/" + id);
            assertEquals(id, browser.title());
            assertEquals(0, browser.count("img"));
            browser.open(shop.address + "/operator/" + id + "/explanation");
            assertFalse(browser.title().contains("taken") && browser.title().length() < 10);
            assertEquals(0, browser.count("img"));
            assertEquals(0, browser.count("script"));
        }
    }

    private static void order(Browser browser, String name, String address, String country) {
        fillIn(browser, name, address, country);
        browser.click("form button");
    }

    private static void fillIn(Browser browser, String name, String address, String country) {
        browser.fill("#BOARD-1", "2");
        browser.fill("input[name=name]", name);
        browser.choose("select[name=type]", "a company or another organisation");
        browser.fill("textarea[name=address]", address);
        browser.choose("select[name=country]", country);
    }
}
