package io.highfence.list;

import java.nio.charset.StandardCharsets;

/** One small file of three parties in each format, with the publisher's structure and invented parties. */
final class SampleFiles {
    private SampleFiles() {}

    static final String UN_XML = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <CONSOLIDATED_LIST xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" dateGenerated="2026-08-01T23:00:03.110Z">
              <INDIVIDUALS>
                <INDIVIDUAL>
                  <DATAID>1</DATAID>
                  <FIRST_NAME>FIRST</FIRST_NAME>
                  <SECOND_NAME>na</SECOND_NAME>
                  <THIRD_NAME>THIRD</THIRD_NAME>
                  <UN_LIST_TYPE>Example</UN_LIST_TYPE>
                  <REFERENCE_NUMBER>XXi.001</REFERENCE_NUMBER>
                  <LISTED_ON>2012-12-31</LISTED_ON>
                  <COMMENTS1>Brother of Other Party (XXi.009).</COMMENTS1>
                  <TITLE><VALUE>Dr.</VALUE></TITLE>
                  <DESIGNATION><VALUE>Head</VALUE><VALUE>Deputy</VALUE></DESIGNATION>
                  <NATIONALITY><VALUE>Iran (Islamic Republic of)</VALUE></NATIONALITY>
                  <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Good Alias; Other Good Alias</ALIAS_NAME></INDIVIDUAL_ALIAS>
                  <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Weak (original script: \u0410\u0431\u0443)</ALIAS_NAME></INDIVIDUAL_ALIAS>
                  <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
                  <INDIVIDUAL_ADDRESS><STREET>1 Road</STREET><CITY>Town</CITY><COUNTRY>Rwanda</COUNTRY><NOTE>2016</NOTE></INDIVIDUAL_ADDRESS>
                  <INDIVIDUAL_ADDRESS><COUNTRY/></INDIVIDUAL_ADDRESS>
                  <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1963-07-24</DATE></INDIVIDUAL_DATE_OF_BIRTH>
                  <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1971</YEAR></INDIVIDUAL_DATE_OF_BIRTH>
                  <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1973</FROM_YEAR><TO_YEAR>1977</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
                  <INDIVIDUAL_PLACE_OF_BIRTH><CITY>Goma</CITY><COUNTRY>Rwanda</COUNTRY></INDIVIDUAL_PLACE_OF_BIRTH>
                  <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Num\u00e9ro de passeport</TYPE_OF_DOCUMENT><NUMBER>AB 12</NUMBER><ISSUING_COUNTRY>Rwanda</ISSUING_COUNTRY><DATE_OF_ISSUE>2013-04-05</DATE_OF_ISSUE></INDIVIDUAL_DOCUMENT>
                  <INDIVIDUAL_DOCUMENT/>
                  <NAME_ORIGINAL_SCRIPT>\u0639\u062f\u064a</NAME_ORIGINAL_SCRIPT>
                </INDIVIDUAL>
                <INDIVIDUAL>
                  <DATAID>2</DATAID>
                  <FIRST_NAME>SECOND</FIRST_NAME>
                  <REFERENCE_NUMBER>XXi.002</REFERENCE_NUMBER>
                </INDIVIDUAL>
              </INDIVIDUALS>
              <ENTITIES>
                <ENTITY>
                  <DATAID>3</DATAID>
                  <FIRST_NAME>LAKES COMPANY (LC) ; GREAT LAKES</FIRST_NAME>
                  <REFERENCE_NUMBER>XXe.003</REFERENCE_NUMBER>
                  <ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>Old Lakes</ALIAS_NAME></ENTITY_ALIAS>
                  <ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>LKS</ALIAS_NAME></ENTITY_ALIAS>
                </ENTITY>
              </ENTITIES>
            </CONSOLIDATED_LIST>
            """;

    /** Parties, with what stands in the remarks alone; the second one's remarks go on in the comments. */
    static final String OFAC_SDN = """
            101,"SURNAME, Given","individual","SDGT] [SYRIA","Minister",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 28 Apr 1957; alt. DOB 1958; alt. DOB circa 1951; POB Town, Egypt; nationality Egypt; alt. nationality Iran; Passport 1084010 (Egypt) issued 09 Jan 1994 expires 09 Jan 1999; National ID No. 12-34 (Iran); Gender Male; a.k.a. 'WEAK ALIAS'; f.k.a. 'OLD'S NAME'; (Linked To: OTHER PARTY)."
            102,"FIRM, LTD.",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Tax ID No. 77440 (Russia); SWIFT/BIC AAAABBCC; Website www.example.c"
            103,"SHIP ONE","vessel","IRAN",-0- ,"ABC1","Tanker","100","200","Panama","OWNER CO","Vessel Registration Identification IMO 7406784; MMSI 572469210; Linked To: FIRM, LTD."
            """.replace("\n", "\r\n") + "\u001A";

    static final String OFAC_ALT = """
            101,1,"aka","SURNAME, Other",-0-\s
            101,2,"fka","FORMER, Given",-0-\s
            103,3,"nka","SHIP TWO",-0-\s
            """.replace("\n", "\r\n") + "\u001A";

    static final String OFAC_ADD = """
            101,1,-0- ,-0- ,-0- ,-0-\s
            102,2,"1 Road, Suite 2","Havana 10400","Cuba",-0-\s
            103,3,-0- ,-0- ,-0- ,-0-\s
            """.replace("\n", "\r\n") + "\u001A";

    static final String OFAC_COMMENTS = "102,\"om; Registration Number 5 (Cuba).\"\r\n\u001A";

    static final String OFAC_XML = """
            <?xml version="1.0" standalone="yes"?>
            <sdnList xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="http://tempuri.org/sdnList.xsd">
              <publshInformation>
                <Publish_Date>03/24/2022</Publish_Date>
                <Record_Count>3</Record_Count>
              </publshInformation>
              <sdnEntry>
                <uid>101</uid>
                <firstName>Given</firstName>
                <lastName>SURNAME</lastName>
                <title>Minister</title>
                <sdnType>Individual</sdnType>
                <remarks>(Linked To: OTHER PARTY)</remarks>
                <programList><program>SDGT</program><program>SYRIA</program></programList>
                <idList>
                  <id><uid>1</uid><idType>Passport</idType><idNumber>BE597</idNumber><idCountry>Pakistan</idCountry><issueDate>14 Nov 2007</issueDate><expirationDate>12 Nov 2012</expirationDate></id>
                  <id><uid>2</uid><idType>Gender</idType><idNumber>Male</idNumber></id>
                </idList>
                <akaList>
                  <aka><uid>3</uid><type>a.k.a.</type><category>strong</category><lastName>SURNAME</lastName><firstName>Other</firstName></aka>
                  <aka><uid>4</uid><type>f.k.a.</type><category>weak</category><lastName>THE OLD ONE</lastName></aka>
                </akaList>
                <addressList><address><uid>5</uid><address1>House 1</address1><address2>Road 2</address2><city>Lahore</city><stateOrProvince>Punjab</stateOrProvince><postalCode>54000</postalCode><country>Pakistan</country></address></addressList>
                <nationalityList><nationality><uid>6</uid><country>Pakistan</country><mainEntry>true</mainEntry></nationality></nationalityList>
                <citizenshipList><citizenship><uid>7</uid><country>Turkey</country><mainEntry>true</mainEntry></citizenship></citizenshipList>
                <dateOfBirthList><dateOfBirthItem><uid>8</uid><dateOfBirth>01 Jan 1977 to 31 Dec 1979</dateOfBirth><mainEntry>true</mainEntry></dateOfBirthItem></dateOfBirthList>
                <placeOfBirthList><placeOfBirthItem><uid>9</uid><placeOfBirth>Sargodha, Pakistan</placeOfBirth><mainEntry>true</mainEntry></placeOfBirthItem></placeOfBirthList>
              </sdnEntry>
              <sdnEntry>
                <uid>102</uid>
                <lastName>FIRM, LTD.</lastName>
                <sdnType>Entity</sdnType>
                <programList><program>NS-PLC</program></programList>
              </sdnEntry>
              <sdnEntry>
                <uid>103</uid>
                <lastName>SHIP ONE</lastName>
                <sdnType>Vessel</sdnType>
                <idList><id><uid>1</uid><idType>Vessel Registration Identification</idType><idNumber>IMO 7406784</idNumber></id></idList>
                <vesselInfo><callSign>ABC1</callSign><vesselType>Tanker</vesselType><vesselFlag>Panama</vesselFlag><vesselOwner>OWNER CO</vesselOwner><tonnage>100</tonnage><grossRegisteredTonnage>200</grossRegisteredTonnage></vesselInfo>
              </sdnEntry>
            </sdnList>
            """;

    static final String OFAC_ENHANCED_XML = """
            <?xml version="1.0" encoding="utf-8"?>
            <sanctionsData xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ENHANCED_XML">
              <publicationInfo><dataAsOf>2025-01-10T00:00:00</dataAsOf></publicationInfo>
              <entities>
                <entity id="101">
                  <generalInfo><identityId>1</identityId><entityType refId="600">Individual</entityType><remarks>Head of a unit.</remarks></generalInfo>
                  <sanctionsLists>
                    <sanctionsList refId="1550" id="1" datePublished="2022-02-24">SDN List</sanctionsList>
                    <sanctionsList refId="91507" id="2" datePublished="2014-07-16">Sectoral Sanctions Identifications List</sanctionsList>
                    <sanctionsList refId="91512" id="3" datePublished="2014-10-10">Consolidated List</sanctionsList>
                  </sanctionsLists>
                  <sanctionsPrograms><sanctionsProgram refId="1" id="4">UKRAINE-EO13662</sanctionsProgram></sanctionsPrograms>
                  <legalAuthorities><legalAuthority refId="5" id="6">Executive Order 13662 (Ukraine)</legalAuthority></legalAuthorities>
                  <names>
                    <name id="1">
                      <isPrimary>false</isPrimary><aliasType refId="1401">F.K.A.</aliasType><isLowQuality>true</isLowQuality>
                      <translations><translation id="1"><isPrimary>true</isPrimary><script refId="20122">Latin</script><formattedFullName>OLD, Given</formattedFullName></translation></translations>
                    </name>
                    <name id="2">
                      <isPrimary>true</isPrimary><isLowQuality>false</isLowQuality>
                      <translations>
                        <translation id="2"><isPrimary>false</isPrimary><script refId="20107">Cyrillic</script><formattedFullName>Имя</formattedFullName></translation>
                        <translation id="3"><isPrimary>true</isPrimary><script refId="20122">Latin</script><formattedFullName>SURNAME, Given</formattedFullName></translation>
                      </translations>
                    </name>
                  </names>
                  <addresses><address id="1"><country refId="1">Russia</country><translations><translation id="1"><isPrimary>true</isPrimary><addressParts>
                    <addressPart id="1"><type refId="1451">ADDRESS1</type><value>1 Road</value></addressPart>
                    <addressPart id="2"><type refId="1454">CITY</type><value>Moscow</value></addressPart>
                  </addressParts></translation></translations></address></addresses>
                  <features>
                    <feature id="1"><type featureTypeId="8">Birthdate</type><value>1951</value><valueDate id="1"><fromDateBegin>1951-01-01</fromDateBegin><fromDateEnd>1951-01-01</fromDateEnd><toDateBegin>1951-12-31</toDateBegin><toDateEnd>1951-12-31</toDateEnd><isApproximate>false</isApproximate></valueDate></feature>
                    <feature id="2"><type featureTypeId="11">Citizenship Country</type><value>Turkey</value></feature>
                    <feature id="3"><type featureTypeId="13">SWIFT/BIC</type><value>AAAABBCC</value></feature>
                  </features>
                  <identityDocuments><identityDocument id="1"><type refId="1">Passport</type><documentNumber>AB1</documentNumber><isValid>true</isValid><issuingCountry refId="1">Russia</issuingCountry></identityDocument></identityDocuments>
                  <relationships><relationship id="1"><type refId="15003">Owned or Controlled By</type><relatedEntity entityId="1">OTHER PARTY</relatedEntity></relationship></relationships>
                </entity>
                <entity id="102">
                  <generalInfo><entityType refId="601">Entity</entityType></generalInfo>
                  <sanctionsLists><sanctionsList refId="1" id="1" datePublished="2025-01-01">A List To Come</sanctionsList></sanctionsLists>
                  <names><name id="1"><isPrimary>true</isPrimary><isLowQuality>false</isLowQuality><translations><translation id="1"><isPrimary>true</isPrimary><formattedFullName>FIRM, LTD.</formattedFullName></translation></translations></name></names>
                </entity>
                <entity id="103">
                  <generalInfo><entityType refId="602">Vessel</entityType></generalInfo>
                  <names><name id="1"><isPrimary>true</isPrimary><isLowQuality>false</isLowQuality><translations><translation id="1"><isPrimary>true</isPrimary><formattedFullName>SHIP ONE</formattedFullName></translation></translations></name></names>
                  <features><feature id="1"><type featureTypeId="3">Vessel Flag</type><value>Panama</value></feature></features>
                </entity>
              </entities>
            </sanctionsData>
            """;

    static final String OFAC_ADVANCED_XML = """
            <?xml version="1.0" encoding="utf-8" standalone="yes"?>
            <Sanctions xmlns="http://www.un.org/sanctions/1.0" Version="3">
              <DateOfIssue CalendarTypeID="1"><Year>2021</Year><Month>6</Month><Day>3</Day></DateOfIssue>
              <ReferenceValueSets>
                <AliasTypeValues><AliasType ID="1400">A.K.A.</AliasType><AliasType ID="1401">F.K.A.</AliasType><AliasType ID="1403">Name</AliasType></AliasTypeValues>
                <CountryValues><Country ID="11171" ISO2="RU">Russia</Country></CountryValues>
                <FeatureTypeValues><FeatureType ID="8" FeatureTypeGroupID="1">Birthdate</FeatureType><FeatureType ID="25">Location</FeatureType><FeatureType ID="10">Nationality Country</FeatureType><FeatureType ID="13">SWIFT/BIC</FeatureType><FeatureType ID="3">Vessel Flag</FeatureType></FeatureTypeValues>
                <IDRegDocTypeValues><IDRegDocType ID="1571">Passport</IDRegDocType></IDRegDocTypeValues>
                <IDRegDocDateTypeValues><IDRegDocDateType ID="1480">Issue Date</IDRegDocDateType><IDRegDocDateType ID="1481">Expiration Date</IDRegDocDateType></IDRegDocDateTypeValues>
                <LegalBasisValues><LegalBasis ID="91503" LegalBasisShortRef="x" LegalBasisTypeID="1" SanctionsProgramID="1">Executive Order 13662 (Ukraine)</LegalBasis></LegalBasisValues>
                <ListValues><List ID="1550">SDN List</List><List ID="91507">Sectoral Sanctions Identifications List</List><List ID="91512">Consolidated List</List></ListValues>
                <LocPartTypeValues><LocPartType ID="1451">ADDRESS1</LocPartType><LocPartType ID="1454">CITY</LocPartType></LocPartTypeValues>
                <NamePartTypeValues><NamePartType ID="1520">Last Name</NamePartType><NamePartType ID="1521">First Name</NamePartType><NamePartType ID="1525">Entity Name</NamePartType></NamePartTypeValues>
                <PartySubTypeValues><PartySubType ID="1" PartyTypeID="4">Vessel</PartySubType><PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType><PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType></PartySubTypeValues>
                <PartyTypeValues><PartyType ID="1">Individual</PartyType><PartyType ID="2">Entity</PartyType><PartyType ID="4">Transport</PartyType></PartyTypeValues>
                <RelationTypeValues><RelationType ID="15003" Symmetrical="false">Owned or Controlled By</RelationType></RelationTypeValues>
                <SanctionsTypeValues><SanctionsType ID="1">Program</SanctionsType><SanctionsType ID="1705">Block</SanctionsType></SanctionsTypeValues>
              </ReferenceValueSets>
              <Locations>
                <Location ID="7"><LocationCountry CountryID="11171" CountryRelevanceID="1413"/>
                  <LocationPart LocPartTypeID="1451"><LocationPartValue Primary="true" LocPartValueTypeID="1" LocPartValueStatusID="1"><Comment/><Value>1 Road</Value></LocationPartValue></LocationPart>
                  <LocationPart LocPartTypeID="1454"><LocationPartValue Primary="true" LocPartValueTypeID="1" LocPartValueStatusID="1"><Comment/><Value>Moscow</Value></LocationPartValue></LocationPart>
                </Location>
                <Location ID="8"><LocationCountry CountryID="11171" CountryRelevanceID="1413"/></Location>
              </Locations>
              <IDRegDocuments>
                <IDRegDocument ID="1" IDRegDocTypeID="1571" IdentityID="51" IssuedBy-CountryID="11171" ValidityID="1"><Comment/><IDRegistrationNo>AB1</IDRegistrationNo>
                  <DocumentDate IDRegDocDateTypeID="1480"><DatePeriod CalendarTypeID="1"><Start><From><Year>1994</Year><Month>1</Month><Day>9</Day></From></Start><End><To><Year>1994</Year><Month>1</Month><Day>9</Day></To></End></DatePeriod></DocumentDate>
                </IDRegDocument>
              </IDRegDocuments>
              <DistinctParties>
                <DistinctParty FixedRef="101"><Comment>Head of a unit.</Comment>
                  <Profile ID="101" PartySubTypeID="4">
                    <Identity ID="51" FixedRef="101" Primary="true" False="false">
                      <Alias FixedRef="101" AliasTypeID="1401" Primary="false" LowQuality="true"><DocumentedName ID="1" FixedRef="101" DocNameStatusID="2"><DocumentedNamePart><NamePartValue NamePartGroupID="61" ScriptID="215" ScriptStatusID="1" Acronym="false">OLD</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
                      <Alias FixedRef="101" AliasTypeID="1403" Primary="true" LowQuality="false">
                        <DocumentedName ID="2" FixedRef="101" DocNameStatusID="1"><DocumentedNamePart><NamePartValue NamePartGroupID="62" ScriptID="215" ScriptStatusID="1" Acronym="false">Given</NamePartValue></DocumentedNamePart><DocumentedNamePart><NamePartValue NamePartGroupID="61" ScriptID="215" ScriptStatusID="1" Acronym="false">SURNAME</NamePartValue></DocumentedNamePart></DocumentedName>
                        <DocumentedName ID="3" FixedRef="101" DocNameStatusID="2"><DocumentedNamePart><NamePartValue NamePartGroupID="61" ScriptID="220" ScriptStatusID="1" Acronym="false">Имя</NamePartValue></DocumentedNamePart></DocumentedName>
                      </Alias>
                      <NamePartGroups><MasterNamePartGroup><NamePartGroup ID="61" NamePartTypeID="1520"/></MasterNamePartGroup><MasterNamePartGroup><NamePartGroup ID="62" NamePartTypeID="1521"/></MasterNamePartGroup></NamePartGroups>
                    </Identity>
                    <Feature ID="1" FeatureTypeID="8"><FeatureVersion ID="1" ReliabilityID="1"><DatePeriod CalendarTypeID="1"><Start Approximate="false"><From><Year>1951</Year><Month>1</Month><Day>1</Day></From></Start><End Approximate="false"><To><Year>1951</Year><Month>12</Month><Day>31</Day></To></End></DatePeriod></FeatureVersion></Feature>
                    <Feature ID="2" FeatureTypeID="25"><FeatureVersion ID="2" ReliabilityID="1"><VersionLocation LocationID="7"/></FeatureVersion></Feature>
                    <Feature ID="3" FeatureTypeID="10"><FeatureVersion ID="3" ReliabilityID="1"><VersionLocation LocationID="8"/></FeatureVersion></Feature>
                    <Feature ID="4" FeatureTypeID="13"><FeatureVersion ID="4" ReliabilityID="1"><VersionDetail DetailTypeID="1432">AAAABBCC</VersionDetail></FeatureVersion></Feature>
                  </Profile>
                </DistinctParty>
                <DistinctParty FixedRef="102"><Comment/><Profile ID="102" PartySubTypeID="3"><Identity ID="52" FixedRef="102" Primary="true" False="false"><Alias FixedRef="102" AliasTypeID="1403" Primary="true" LowQuality="false"><DocumentedName ID="4" FixedRef="102" DocNameStatusID="1"><DocumentedNamePart><NamePartValue NamePartGroupID="63" ScriptID="215" ScriptStatusID="1" Acronym="false">FIRM, LTD.</NamePartValue></DocumentedNamePart></DocumentedName></Alias><NamePartGroups><MasterNamePartGroup><NamePartGroup ID="63" NamePartTypeID="1525"/></MasterNamePartGroup></NamePartGroups></Identity></Profile></DistinctParty>
                <DistinctParty FixedRef="103"><Comment/><Profile ID="103" PartySubTypeID="1"><Identity ID="53" FixedRef="103" Primary="true" False="false"><Alias FixedRef="103" AliasTypeID="1403" Primary="true" LowQuality="false"><DocumentedName ID="5" FixedRef="103" DocNameStatusID="1"><DocumentedNamePart><NamePartValue NamePartGroupID="64" ScriptID="215" ScriptStatusID="1" Acronym="false">SHIP ONE</NamePartValue></DocumentedNamePart></DocumentedName></Alias></Identity><Feature ID="5" FeatureTypeID="3"><FeatureVersion ID="5" ReliabilityID="1"><VersionDetail DetailTypeID="1432">Panama</VersionDetail></FeatureVersion></Feature></Profile></DistinctParty>
              </DistinctParties>
              <ProfileRelationships>
                <ProfileRelationship ID="1" From-ProfileID="101" To-ProfileID="102" RelationTypeID="15003" RelationQualityID="1" Former="false" SanctionsEntryID="1"><Comment/></ProfileRelationship>
                <ProfileRelationship ID="2" From-ProfileID="101" To-ProfileID="17013" RelationTypeID="15003" RelationQualityID="1" Former="true" SanctionsEntryID="1"><Comment/></ProfileRelationship>
              </ProfileRelationships>
              <SanctionsEntries>
                <SanctionsEntry ID="1" ProfileID="101" ListID="1550"><EntryEvent ID="1" EntryEventTypeID="1" LegalBasisID="91503"><Comment/><Date CalendarTypeID="1"><Year>2022</Year><Month>2</Month><Day>24</Day></Date></EntryEvent><SanctionsMeasure ID="1" SanctionsTypeID="1"><Comment>UKRAINE-EO13662</Comment></SanctionsMeasure><SanctionsMeasure ID="2" SanctionsTypeID="1705"/></SanctionsEntry>
                <SanctionsEntry ID="2" ProfileID="101" ListID="91507"><EntryEvent ID="2" EntryEventTypeID="1" LegalBasisID="91503"><Comment/><Date CalendarTypeID="1"><Year>2014</Year><Month>7</Month><Day>16</Day></Date></EntryEvent></SanctionsEntry>
                <SanctionsEntry ID="3" ProfileID="101" ListID="91512"/>
              </SanctionsEntries>
              <SanctionsEntryLinks/>
            </Sanctions>
            """;

    /** The file of a format, in its usual encoding. */
    static byte[] bytes(ListSource.Format format) {
        return switch (format) {
            case OFAC_SDN_CSV -> utf8(OFAC_SDN);
            case OFAC_XML -> utf8(OFAC_XML);
            case OFAC_ENHANCED_XML -> utf8(OFAC_ENHANCED_XML);
            case OFAC_ADVANCED_XML -> utf8(OFAC_ADVANCED_XML);
            case UN_XML -> utf8(UN_XML);
            default -> throw new IllegalArgumentException("there is no sample of " + format);
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
