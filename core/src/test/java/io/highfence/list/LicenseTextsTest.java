package io.highfence.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The wordings of license requirements and of review policies, as the Entity List and the Military End-User List have them. */
class LicenseTextsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "''>NONE",
                "' '>NONE",
                "For all items subject to the EAR>ALL_ITEMS",
                "All Items Subject to the EAR.>ALL_ITEMS",
                "For all items\u00A0subject to the EAR. (See \u00A7744.11 of the EAR).>ALL_ITEMS",
                "For all items subject to the EAR. (See part\u00A7744.11 of the EAR).>ALL_ITEMS",
                "For all items subject to the EAR (See \u00A7\u00A7734.9(g)3, 746.8(a)(3), and 744.2l(b) of the EAR)>ALL_ITEMS",
                "For all items subject to the EAR, see \u00A7\u00A7 734.9(e) 1 and 744.11 of the EAR 2>ALL_ITEMS",
                "All items subject to the EAR (See \u00A7 744.11 of the EAR). The license requirements under this entry also extend"
                        + " to any export, reexport and transfer (in-country) to the entity wherever located worldwide.>ALL_ITEMS",
                "For all items subject to the EAR. (See \u00A7 744.11 of the EAR) This license requirement may be overcome by"
                        + " License Exception GOV under \u00A7 740.11(b)(2) and (e)>ALL_ITEMS_GOV_ALLOWED",
                "All items subject to the EAR except for: crude oil>ALL_ITEMS_EXCEPT",
                "For all items subject to the EAR (See \u00A7744.11 of the EAR), apart from items that are related>ALL_ITEMS_EXCEPT",
                "For all items subject to the EAR when used in projects specified in \u00A7 746.8(a)(4) of the EAR"
                        + ">ALL_ITEMS_IN_PROJECTS",
                "For items on the CCL and listed in supplement no. 7 to part 746 of the EAR>CCL_ITEMS",
                "For items on the CCL and EAR99 items listed in supplement no. 7 to part 746 of the EAR>CCL_ITEMS",
                "For any item subject to the EAR listed in supplement no. 2 to part 744.>MILITARY_END_USE_ITEMS",
                "For all items subject to the EAR, with case-by-case basis for items listed on the CCL>UNKNOWN",
                "For all items subject to the EAR when used in a mine>UNKNOWN",
                "For all items subject to the EAR unless the Secretary says so>UNKNOWN",
                "For some items subject to the EAR>UNKNOWN",
                "None of all items subject to the EAR>UNKNOWN"
            })
    void aRequirementMeansWhatItSays(String text, LicenseRequirement meaning) {
        assertEquals(meaning, LicenseRequirement.of(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "''>NONE",
                "Policy of denial.>DENIAL",
                "Policy of denial See \u00A7\u00A7 746.8(b) and 744.21(e).>DENIAL",
                "Policy of denial for all items subject to the EAR. See \u00A7 746.8(b)>DENIAL",
                "Policy of denial for all items subject to the EAR apart from food and medicine designated as EAR99, which will be"
                        + " reviewed on a case-by case basis. See \u00A7\u00A7 746.8(b) and 744.21(e)>DENIAL_WITH_EXCEPTIONS",
                "Policy of Denial. Case-by-case basis for items for U.S. Government supported use>DENIAL_WITH_EXCEPTIONS",
                "Presumption of denial>PRESUMPTION_OF_DENIAL",
                "Presumption for denial.>PRESUMPTION_OF_DENIAL",
                "Case-by-case review for items necessary to detect, identify and treat infectious disease; Presumption of denial for"
                        + " all other items subject to the EAR.>PRESUMPTION_OF_DENIAL_WITH_EXCEPTIONS",
                "Presumption of denial except case-by-case for items not described in ECCN 3B993>PRESUMPTION_OF_DENIAL_WITH_EXCEPTIONS",
                "Case-by-case basis>CASE_BY_CASE",
                "Case-by-case review.>CASE_BY_CASE",
                "Case-by-case for all items listed on the CCL. Presumption of approval for EAR99 items. See \u00A7 744.2(d) of the EAR"
                        + ">CASE_BY_CASE_EAR99_APPROVED",
                "Presumption of approval for EAR99; case-by-case review for all items on the CCL>CASE_BY_CASE_EAR99_APPROVED",
                "See \u00A7\u00A7 744.2(d), 744.3(d), and 744.4(d) of this part.>BY_SECTION",
                "See \u00A7744.2 (d) of the EAR>BY_SECTION",
                "Presumption of approval for EAR99 items>UNKNOWN",
                "Presumption of approval>UNKNOWN",
                "No policy of denial>UNKNOWN",
                "Case-by-Case review for licenses for the safety of civil aviation of aircraft.>UNKNOWN",
                "For all items subject to the EAR. (See \u00A7 744.11 of the EAR)>UNKNOWN"
            })
    void aPolicyMeansWhatItSays(String text, LicensePolicy meaning) {
        assertEquals(meaning, LicensePolicy.of(text));
    }

    @Test
    void aListingHasTheMeaningBesideItsText() throws Exception {
        ListedParty.Listing listing = ListFile.loadJson(
                        "'source':'" + ListFile.EL
                                + "','name':'Huawei','license_requirement':'For all items subject to the EAR','license_policy':'Maybe'")
                .records()
                .get(0)
                .listing();
        assertEquals(LicenseRequirement.ALL_ITEMS, listing.requirement());
        assertEquals(LicensePolicy.UNKNOWN, listing.policy());
        assertEquals("Maybe", listing.licensePolicy());
    }

    @Test
    void aLongTextTakesNoLongTime() {
        assertTimeout(Duration.ofSeconds(5), () -> {
            for (String part : new String[] {"policy of denial ", "case-by-case ", "see (a) ", "a ", " ", ", and 1"}) {
                LicensePolicy.of(part.repeat(5_000 / part.length()));
                LicensePolicy.of("see " + part.repeat(4_900 / part.length()) + "!");
                LicenseRequirement.of("all items subject to the ear (see " + part.repeat(4_900 / part.length()));
            }
        });
    }
}
