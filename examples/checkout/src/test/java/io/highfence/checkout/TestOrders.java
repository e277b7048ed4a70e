package io.highfence.checkout;

import java.util.UUID;

/** Orders of the tests, in the form of the API. The customers are made up; where one is listed, it is so in public. */
final class TestOrders {
    private TestOrders() {}

    static String id() {
        return "T-" + UUID.randomUUID();
    }

    /** A development board for civil use. */
    static String of(String id, String name, String country, String address) {
        return """
                {"id":"%1$s","kind":"export",
                 "exporter":{"country":"US","hqCountry":"US","ultimateParentCountry":"US","usPerson":true},
                 "shipFrom":"US","destination":{"country":"%3$s"},"plannedExportDate":"2026-09-01",
                 "endUse":"civil","knowledge":"stated",
                 "parties":[%4$s,%5$s,%6$s],
                 "items":[{"line":"1","sku":"BOARD-1","eccn":"EAR99","quantity":3}]}""".formatted(
                        id,
                        name,
                        country,
                        party("purchaser", name, country, address),
                        party("ultimateConsignee", name, country, address),
                        party("endUser", name, country, address));
    }

    private static String party(String role, String name, String country, String address) {
        return """
                {"role":"%s","name":"%s","type":"organisation","country":"%s","address":"%s","hqCountry":"%s",\
                "ultimateParentCountry":"%s"}""".formatted(role, name, country, address, country, country);
    }

    /** Of a customer whom nobody lists. */
    static String clean(String id) {
        return of(id, "Hinterland Robotics Workshop", "JP", "1-2-3 Example, Tokyo");
    }

    /** Of a company on the Entity List. */
    static String listed(String id) {
        return of(id, "Huawei Technologies Co., Ltd.", "CN", "Bantian, Shenzhen");
    }
}
