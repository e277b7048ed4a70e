package io.highfence.report;

import io.highfence.list.ListedParty;
import java.io.IOException;

/** One listing of a party, as every answer shows it: texts as published, and what they mean where their wording is certain. */
final class Listings {
    private Listings() {}

    static void write(Json json, ListedParty record) throws IOException {
        ListedParty.Listing listing = record.listing();
        json.put("list", record.list())
                .put("source", record.source())
                .put("entry", record.entry())
                .put("name", record.primaryName())
                .texts("programs", listing.programs())
                .put("licenseRequirement", listing.licenseRequirement())
                .put("requirement", listing.requirement().name())
                .put("licensePolicy", listing.licensePolicy())
                .put("policy", listing.policy().name())
                .put("effectiveFrom", listing.inForce().from())
                .put("effectiveTo", listing.inForce().to())
                .citation(listing.citation());
    }
}
