package io.highfence.list;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

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
            102,"FIRM, LTD.",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Tax ID No. 77440 (Russia); SWIFT/BIC AAAABBCC; Identification Number IMO 5342883; Website www.example.c"
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

    static final String UK_SL_XML = """
            <?xml version="1.0" encoding="utf-8"?>
            <Designations xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
              <DateGenerated>02/09/2026</DateGenerated>
              <Designation>
                <LastUpdated>04/08/2026</LastUpdated>
                <DateDesignated>29/06/2012</DateDesignated>
                <UniqueID>AAA0001</UniqueID>
                <OFSIGroupID>12703</OFSIGroupID>
                <UNReferenceNumber>XXi.010</UNReferenceNumber>
                <Names>
                  <Name><Name6>OTHER</Name6><NameType>Alias</NameType><AliasStrength>Low quality a.k.a</AliasStrength></Name>
                  <Name><Name1>FIRST</Name1><Name2>SECOND</Name2><Name6>FAMILY</Name6><NameType>Primary Name</NameType></Name>
                  <Name><Name1>FIRST</Name1><Name6>FAMYLY</Name6><NameType>Primary Name Variation</NameType></Name>
                </Names>
                <NonLatinNames><NonLatinName><NameNonLatinScript>Имя; Абу</NameNonLatinScript></NonLatinName></NonLatinNames>
                <Titles><Title>Dr</Title></Titles>
                <RegimeName>The Example (Sanctions) Regulations 2020</RegimeName>
                <IndividualEntityShip>Individual</IndividualEntityShip>
                <SanctionsImposed>Asset freeze|Travel Ban</SanctionsImposed>
                <OtherInformation>Knows somebody (XXi.011).</OtherInformation>
                <UKStatementofReasons>A reason.</UKStatementofReasons>
                <Addresses><Address><AddressLine1>1 Road</AddressLine1><AddressLine6>Kabul</AddressLine6><AddressCountry>Afghanistan</AddressCountry></Address></Addresses>
                <IndividualDetails><Individual>
                  <DOBs><DOB>dd/mm/1945</DOB><DOB>24/07/1963</DOB></DOBs>
                  <Nationalities><Nationality>Afghanistan</Nationality><Nationality>Iran</Nationality></Nationalities>
                  <PassportDetails><Passport><PassportNumber>AB12</PassportNumber><PassportAdditionalInformation>Issued in 2010</PassportAdditionalInformation></Passport></PassportDetails>
                  <Positions><Position>Minister</Position></Positions>
                </Individual></IndividualDetails>
              </Designation>
              <Designation>
                <UniqueID>AAA0002</UniqueID>
                <Names><Name><Name6>FIRM LTD</Name6><NameType>Primary Name</NameType></Name></Names>
                <IndividualEntityShip>Entity</IndividualEntityShip>
                <EntityDetails><Entity>
                  <BusinessRegistrationNumbers><BusinessRegistrationNumber>OGRN: 1027739609391 (Russia)</BusinessRegistrationNumber></BusinessRegistrationNumbers>
                  <ParentCompanies><ParentCompany>PARENT PLC</ParentCompany></ParentCompanies>
                  <Subsidiaries><Subsidiary>DAUGHTER LTD</Subsidiary></Subsidiaries>
                </Entity></EntityDetails>
              </Designation>
              <Designation>
                <UniqueID>AAA0003</UniqueID>
                <Names><Name><Name6>SHIP ONE</Name6><NameType>Primary Name</NameType></Name></Names>
                <IndividualEntityShip>Ship</IndividualEntityShip>
                <ShipDetails><Ship>
                  <IMONumbers><IMONumber>IMO9826902</IMONumber></IMONumbers>
                  <CurrentOwnerOperators><CurrentOwnerOperator>OWNER CO</CurrentOwnerOperator></CurrentOwnerOperators>
                  <CurrentBelievedFlagOfShips><CurrentBelievedFlagOfShip>Gabon</CurrentBelievedFlagOfShip></CurrentBelievedFlagOfShips>
                  <TypeOfShipDetails><TypeOfShip>Oil Tanker</TypeOfShip></TypeOfShipDetails>
                </Ship></ShipDetails>
              </Designation>
            </Designations>
            """;

    private static final List<String> UK_COLUMNS = List.of(
            ("Last Updated|Unique ID|OFSI Group ID|UN Reference Number|Name 6|Name 1|Name 2|Name 3|Name 4|Name 5|Name type"
                            + "|Alias strength|Title|Name non-latin script|Non-latin script type|Non-latin script language"
                            + "|Regime Name|Designation Type|Designation source|Sanctions Imposed|Other Information"
                            + "|UK Statement of Reasons|Address Line 1|Address Line 2|Address Line 3|Address Line 4"
                            + "|Address Line 5|Address Line 6|Address Postal Code|Address Country|Phone number|Website"
                            + "|Email address|Date Designated|D.O.B|Nationality(/ies)|National Identifier number"
                            + "|National Identifier additional information|Passport number|Passport additional information"
                            + "|Position|Gender|Town of birth|Country of birth|Type of entity|Subsidiaries|Parent company"
                            + "|Business registration number (s)|IMO number|Current owner/operator (s)"
                            + "|Previous owner/operator (s)|Current believed flag of ship|Previous flags|Type of ship"
                            + "|Tonnage of ship|Length of ship|Year Built|Hull identification number (HIN)")
                    .split("\\|"));

    /** A table in which each row names the cells that it fills, {@code column=text}. */
    static String table(String before, List<String> columns, String separator, List<List<String>> rows) {
        StringBuilder table = new StringBuilder(before)
                .append(String.join(separator, columns))
                .append("\r\n");
        for (List<String> row : rows) {
            List<String> cells = new ArrayList<>(Collections.nCopies(columns.size(), ""));
            for (String cell : row) {
                int equals = cell.indexOf('=');
                cells.set(columns.indexOf(cell.substring(0, equals)), "\"" + cell.substring(equals + 1) + "\"");
            }
            table.append(String.join(separator, cells)).append("\r\n");
        }
        return table.toString();
    }

    static final String UK_SL_CSV = table(
            "Report Date: 08-Oct-2026\r\n",
            UK_COLUMNS,
            ",",
            List.of(
                    List.of(
                            "Unique ID=AAA0001",
                            "Name 6=OTHER",
                            "Name type=Alias",
                            "Alias strength=Low quality a.k.a",
                            "Designation Type=Individual",
                            "Date Designated=29/06/2012",
                            "D.O.B=dd/mm/1945",
                            "Nationality(/ies)=1) Afghanistan 2) Iran",
                            "Address Line 1=1 Road",
                            "Address Line 6=Kabul",
                            "Address Country=Afghanistan",
                            "Regime Name=The Example (Sanctions) Regulations 2020",
                            "Sanctions Imposed=Asset freeze|Travel Ban"),
                    List.of(
                            "Unique ID=AAA0003",
                            "Name 6=SHIP ONE",
                            "Name type=Primary Name",
                            "Designation Type=Ship",
                            "IMO number=IMO9826902",
                            "Current owner/operator (s)=OWNER CO",
                            "Current believed flag of ship=Gabon",
                            "Type of ship=Oil Tanker"),
                    List.of(
                            "Unique ID=AAA0001",
                            "Name 6=FAMILY",
                            "Name 1=FIRST",
                            "Name 2=SECOND",
                            "Name type=Primary Name",
                            "Name non-latin script=\u0418\u043c\u044f",
                            "Designation Type=Individual",
                            "Date Designated=29/06/2012",
                            "D.O.B=24/07/1963",
                            "Address Line 1=1 Road",
                            "Address Line 6=Kabul",
                            "Address Country=Afghanistan",
                            "Passport number=AB12"),
                    List.of(
                            "Unique ID=AAA0002",
                            "Name 6=FIRM LTD",
                            "Name type=Primary Name",
                            "Designation Type=Entity",
                            "Parent company=PARENT PLC",
                            "Subsidiaries=DAUGHTER LTD")));

    /** The columns of 2020, in windows-1252. */
    static final List<String> OFSI_2020 = List.of(
            ("Name 6|Name 1|Name 2|Name 3|Name 4|Name 5|Title|DOB|Town of Birth|Country of Birth|Nationality|Passport Details"
                            + "|NI Number|Position|Address 1|Address 2|Address 3|Address 4|Address 5|Address 6|Post/Zip Code"
                            + "|Country|Other Information|Group Type|Alias Type|Regime|Listed On|Last Updated|Group ID")
                    .split("\\|"));

    static final String OFSI_CSV = table(
            "Last Updated,27/04/2020\r\n",
            OFSI_2020,
            ",",
            List.of(
                    List.of(
                            "Name 6=AL-EXAMPLE",
                            "Name 1=Sheikh",
                            "DOB=00/00/1980",
                            "Nationality=1) Saudi Arabia 2) Qatar",
                            "Passport Details=Passport No: 592667 (passport issued on 3 May 2007).",
                            "Country=Afghanistan (since 2009)",
                            "Group Type=Individual",
                            "Alias Type=AKA",
                            "Regime=Example",
                            "Listed On=01/04/2016",
                            "Group ID=13349"),
                    List.of(
                            "Name 6=CAF\u00c9 \u201cEXAMPLE\u201d",
                            "Other Information=(UK Sanctions List Ref):AAA0002 (Parent company):1) PARENT PLC 2) OTHER PLC"
                                    + " (Business Reg No):123456",
                            "Group Type=Entity",
                            "Alias Type=Prime Alias",
                            "Group ID=13188"),
                    List.of("Name 6=PRIMARY", "Group Type=Individual", "Alias Type=Prime Alias", "Group ID=13349"),
                    List.of("Name 6=THIRD", "Group Type=Entity", "Alias Type=FKA", "Group ID=13562")));

    static final String EU_FSF_XML = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2022-03-18T14:52:26.947+01:00" globalFileId="1">
              <sanctionEntity designationDate="2008-07-03" designationDetails="" unitedNationId="XXi.1" euReferenceNumber="EU.1.1" logicalId="11">
                <remark>Reported dead.</remark>
                <regulation regulationType="amendment" organisationType="commission" publicationDate="2019-04-08" entryIntoForceDate="2019-04-09" numberTitle="2019/555 (OJ L97)" programme="TAQA" logicalId="1"><publicationUrl>https://example.org/</publicationUrl></regulation>
                <subjectType code="person" classificationCode="P"/>
                <nameAlias firstName="First" middleName="" lastName="Family" wholeName="First Family" function="Head" title="Dr" gender="M" nameLanguage="" strong="true" regulationLanguage="en" logicalId="2"/>
                <nameAlias firstName="" middleName="" lastName="" wholeName="Pervа" function="" title="" nameLanguage="FR" strong="true" regulationLanguage="en" logicalId="3"><remark>low quality alias</remark></nameAlias>
                <birthdate circa="false" calendarType="GREGORIAN" city="Town" zipCode="" birthdate="1937-04-28" dayOfMonth="28" monthOfYear="4" year="1937" region="" place="" countryIso2Code="IQ" countryDescription="IRAQ" regulationLanguage="en" logicalId="4"/>
                <birthdate circa="true" calendarType="GREGORIAN" city="" zipCode="" year="1966" region="" place="" countryIso2Code="00" countryDescription="UNKNOWN" regulationLanguage="en" logicalId="5"/>
                <birthdate circa="false" calendarType="GREGORIAN" city="" zipCode="" yearRangeFrom="1953" yearRangeTo="1958" region="" place="" countryIso2Code="00" countryDescription="UNKNOWN" regulationLanguage="en" logicalId="6"/>
                <birthdate circa="false" calendarType="ISLAMIC" city="" zipCode="" year="1390" region="" place="" countryIso2Code="00" countryDescription="UNKNOWN" regulationLanguage="en" logicalId="7"/>
                <citizenship region="" countryIso2Code="IQ" countryDescription="IRAQ" regulationLanguage="en" logicalId="8"/>
                <address city="Baghdad" street="1 Road" poBox="" zipCode="10" region="" place="" asAtListingTime="false" countryIso2Code="IQ" countryDescription="IRAQ" regulationLanguage="en" logicalId="9"/>
                <identification diplomatic="false" knownExpired="false" knownFalse="false" reportedLost="false" revokedByIssuer="false" issuedBy="" latinNumber="" nameOnDocument="" number="M0003" region="" identificationTypeCode="passport" identificationTypeDescription="National passport" countryIso2Code="IQ" countryDescription="IRAQ" validFrom="1985-06-04" validTo="1990-06-04" regulationLanguage="en" logicalId="10"/>
                <identification diplomatic="false" knownExpired="false" knownFalse="true" number="F1" identificationTypeCode="passport" identificationTypeDescription="National passport" countryIso2Code="00" countryDescription="UNKNOWN" logicalId="12"/>
              </sanctionEntity>
              <sanctionEntity designationDetails="" unitedNationId="" euReferenceNumber="EU.1.1" logicalId="11">
                <regulation regulationType="regulation" organisationType="council" publicationDate="2003-07-08" entryIntoForceDate="2003-07-07" numberTitle="1210/2003 (OJ L169)" programme="IRQ" logicalId="13"/>
                <subjectType code="person" classificationCode="P"/>
                <nameAlias firstName="" middleName="" lastName="" wholeName="First Family" function="" title="" nameLanguage="" strong="true" regulationLanguage="en" logicalId="14"/>
              </sanctionEntity>
              <sanctionEntity logicalId="15">
                <subjectType code="enterprise" classificationCode="E"/>
                <nameAlias wholeName="FIRM LTD" strong="true" logicalId="16"/>
              </sanctionEntity>
            </export>
            """;

    static final List<String> EU_1_1 = List.of(
            ("fileGenerationDate|Entity_LogicalId|Entity_EU_ReferenceNumber|Entity_UnitedNationId|Entity_DesignationDate"
                            + "|Entity_DesignationDetails|Entity_Remark|Entity_SubjectType"
                            + "|Entity_SubjectType_ClassificationCode|Entity_Regulation_Type"
                            + "|Entity_Regulation_OrganisationType|Entity_Regulation_PublicationDate"
                            + "|Entity_Regulation_EntryIntoForceDate|Entity_Regulation_NumberTitle"
                            + "|Entity_Regulation_Programme|Entity_Regulation_PublicationUrl|NameAlias_LastName"
                            + "|NameAlias_FirstName|NameAlias_MiddleName|NameAlias_WholeName|NameAlias_NameLanguage"
                            + "|Address_City|Address_Street|Address_CountryIso2Code|Address_CountryDescription"
                            + "|BirthDate_BirthDate|BirthDate_Year|BirthDate_CalendarType|Identification_Number"
                            + "|Identification_TypeCode|Identification_TypeDescription|Identification_CountryIso2Code"
                            + "|Citizenship_CountryIso2Code|Citizenship_CountryDescription")
                    .split("\\|"));

    static final String EU_FSF_CSV = "\uFEFF"
            + table(
                    "",
                    EU_1_1,
                    ";",
                    List.of(
                            List.of(
                                    "fileGenerationDate=05/08/2026",
                                    "Entity_LogicalId=11",
                                    "Entity_EU_ReferenceNumber=EU.1.1",
                                    "Entity_SubjectType=P",
                                    "Entity_Regulation_Programme=TAQA",
                                    "NameAlias_WholeName=First Family"),
                            List.of(
                                    "fileGenerationDate=05/08/2026",
                                    "Entity_LogicalId=15",
                                    "Entity_SubjectType=E",
                                    "NameAlias_WholeName=FIRM LTD"),
                            List.of(
                                    "fileGenerationDate=05/08/2026",
                                    "Entity_LogicalId=11",
                                    "Entity_Regulation_Programme=TAQA",
                                    "BirthDate_BirthDate=1937-04-28",
                                    "BirthDate_CalendarType=GREGORIAN"),
                            List.of(
                                    "fileGenerationDate=05/08/2026",
                                    "Entity_LogicalId=11",
                                    "Entity_Regulation_Programme=TAQA",
                                    "NameAlias_WholeName=Premier"),
                            List.of(
                                    "fileGenerationDate=05/08/2026",
                                    "Entity_LogicalId=11",
                                    "Entity_Regulation_Programme=TAQA",
                                    "Citizenship_CountryIso2Code=IQ",
                                    "Identification_Number=M0003",
                                    "Identification_TypeCode=passport"),
                            List.of(
                                    "fileGenerationDate=05/08/2026",
                                    "Entity_LogicalId=16",
                                    "Entity_SubjectType=E",
                                    "NameAlias_WholeName=THIRD")));

    static final String CH_SECO_XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <swiss-sanctions-list list-type="whole-list" date="2026-08-27">
              <sanctions-program ssid="20" version-date="2026-05-21">
                <program-key lang="ger">Land</program-key>
                <program-key lang="eng">Country</program-key>
                <program-name lang="eng">Ordinance on measures against Country</program-name>
                <sanctions-set ssid="4387" lang="ger">Artikel 12</sanctions-set>
                <sanctions-set ssid="4387" lang="eng">article 12</sanctions-set>
                <origin>EU</origin>
              </sanctions-program>
              <target ssid="1">
                <sanctions-set-id>4387</sanctions-set-id>
                <individual sex="male">
                  <identity ssid="11" main="false">
                    <name ssid="12" name-type="primary-name" quality="low"><name-part order="1" name-part-type="whole-name"><value>The Other</value></name-part></name>
                  </identity>
                  <identity ssid="13" main="true">
                    <name ssid="14" name-type="primary-name" quality="good" lang="eng">
                      <name-part order="1" name-part-type="family-name"><value>Family</value><spelling-variant lang="RUS" script="CYRL">Фам</spelling-variant></name-part>
                      <name-part order="2" name-part-type="given-name"><value>First</value><spelling-variant lang="RUS" script="CYRL">Пер</spelling-variant></name-part>
                      <name-part order="3" name-part-type="father-name"><value>Fathers</value></name-part>
                    </name>
                    <name ssid="15" name-type="formerly-known-as" quality="good"><name-part order="1" name-part-type="whole-name"><value>Old Name</value></name-part></name>
                    <day-month-year ssid="16" day="23" month="3" year="1980" calendar="Gregorian"/>
                    <day-month-year ssid="17" year="1981"/>
                    <address ssid="18" place-id="50"><address-details>1 Road</address-details><zip-code>10</zip-code></address>
                    <nationality><country iso-code="BY">Belarus</country></nationality>
                    <identification-document document-type="passport"><number>AB1</number><issuer>Belarus</issuer></identification-document>
                  </identity>
                  <justification ssid="19">A reason.</justification>
                  <relation target-id="2" relation-type="related-to">owns</relation>
                </individual>
                <modification modification-type="amended" enactment-date="2016-02-29" publication-date="2016-03-01" effective-date="2016-03-01">
                  <removed><identity ssid="20" main="true"><name ssid="21" name-type="primary-name" quality="good"><name-part order="1" name-part-type="whole-name"><value>STALE NAME</value></name-part></name></identity></removed>
                </modification>
                <modification modification-type="listed" effective-date="2014-01-01"/>
              </target>
              <target ssid="2">
                <sanctions-set-id>4387</sanctions-set-id>
                <entity><identity ssid="22" main="true"><name ssid="23" name-type="primary-name" quality="good"><name-part order="1" name-part-type="whole-name"><value>FIRM AG</value></name-part></name></identity></entity>
                <modification modification-type="de-listed" effective-date="2020-05-01"/>
                <modification modification-type="listed" effective-date="2015-01-01"/>
              </target>
              <target ssid="3">
                <sanctions-set-id>4387</sanctions-set-id>
                <object object-type="vessel"><identity ssid="24" main="true"><name ssid="25" name-type="primary-name" quality="good"><name-part order="1" name-part-type="whole-name"><value>SHIP ONE</value></name-part></name></identity>
                <other-information ssid="26">IMO Number: 8405270</other-information></object>
                <modification modification-type="listed" effective-date="2016-05-18"/>
              </target>
              <place ssid="50"><location>Minsk</location><country iso-code="BY">Belarus</country></place>
            </swiss-sanctions-list>
            """;

    static final String CA_SEMA_XML = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <data-set xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
            	<record>
            		<Country>Russia / Russie</Country>
            		<LastName>Family</LastName>
            		<GivenName>First Fathers</GivenName>
            		<Aliases>One Alias, Two Alias (also Three, Alias), Имя</Aliases>
            		<DateOfBirth>1965-04-29</DateOfBirth>
            		<Schedule>1</Schedule>
            		<Item>3</Item>
            	</record>
            	<record>
            		<Country>Russia / Russie</Country>
            		<Entity>FIRM Ltd</Entity>
            		<Schedule>1</Schedule>
            		<Item>3</Item>
            	</record>
            	<record>
            		<Country-Pays>Russia / Russie</Country-Pays>
            		<EntityOrShip-EntiteOuNavire>M/V Ship</EntityOrShip-EntiteOuNavire>
            		<TitleOrShipType-TitreOuTypeDeNavire>General Cargo</TitleOrShipType-TitreOuTypeDeNavire>
            		<ShipIMONumber-NumeroOMIDuNavire>8517839</ShipIMONumber-NumeroOMIDuNavire>
            		<DateOfBirthOrShipBuildDate-DateDeNaissanceOuDateDeConstructionDuNavire>1986</DateOfBirthOrShipBuildDate-DateDeNaissanceOuDateDeConstructionDuNavire>
            		<Schedule-Annexe>1.1</Schedule-Annexe>
            		<Item-NumeroDarticle>2</Item-NumeroDarticle>
            		<DateOfListing-DateDinscription>2025-06-13</DateOfListing-DateDinscription>
            	</record>
            </data-set>
            """;

    static final String JP_METI_JSON = """
            [
            {"id": "jp-eul-1", "entity_name": "First Trading (朝鮮銀行)", "aliases": ["Alias One", "総合"],
             "addresses": ["Islamic Republic of Iran"], "entity_type": "organization", "reason": "核 B,C,M、N; CW",
             "source_url": "https://www.meti.go.jp/press/2025/09/20250929006/20250929006.html", "date_added": null},
            {"id": "jp-eul-2", "entity_name": "", "aliases": [], "addresses": ["People's Republic of China Second Ltd"], "entity_type": "organization"},
            {"id": "jp-eul-3", "entity_name": "Third Co. (TC)", "aliases": null, "addresses": ["Hong Kong"], "entity_type": "organization"}
            ]
            """;

    static final String BIS_DPL_TXT =
            ("'Name'|'Street_Address'|'City'|'State'|'Country'|'Postal_Code'|'Effective_Date'|'Expiration_Date'|'Standard_Order'|'Last_Update'|'Action'|'FR_Citation'\n"
                            + "' FIRST PERSON'|'1 ROAD'|'SEAGOVILLE'|'TX'|''|'75159'|'06/19/2003'|'06/29/2056'|'Y'|'2007-01-31'|'UPDATED'|'68 F.R. 38290 6/27/03'\n"
                            + "'FIRST PERSON'|'2 ROAD'|'DUBAI'|''|'AE'|''|'06/19/2003'|'06/29/2056'|'y'|'2007-01-31'|'UPDATED'|'68 F.R. 38290 6/27/03'\n"
                            + "'SECOND (AKA: SECUND)'|''|'PARIS'|''|'FR'|''|'01/02/2020'|''|'N'|'3017-08-22'|'ADDED'|'85 F.R. 1'\n"
                            + "'THIRD'|''|''|''|''|''|'02/30/2020'|''|''|''|''|''\n")
                    .replace('|', '\t')
                    .replace('\'', '"');

    private static final String SHEET = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="inlineStr"><is><t>Alias Strength</t></is></c><c r="F1" t="inlineStr"><is><t>Date of Birth</t></is></c><c r="G1" t="inlineStr"><is><t>Citizenship</t></is></c><c r="H1" t="inlineStr"><is><t>IMO Number</t></is></c><c r="I1" t="inlineStr"><is><t>Control Date</t></is></c><c r="J1" t="inlineStr"><is><t>Listing Information</t></is></c><c r="K1" t="inlineStr"><is><t>Address</t></is></c></row>
            <row r="2"><c r="A2"><v>2</v></c><c r="B2" t="inlineStr"><is><r><t>FIRST </t></r><r><t>PERSON</t></r></is></c><c r="C2" t="inlineStr"><is><t>Individual</t></is></c><c r="D2" t="s"><v>4</v></c><c r="F2"><v>23582</v></c><c r="G2" t="inlineStr"><is><t>Iran;Iraq</t></is></c><c r="I2"><v>46126</v></c><c r="J2" t="inlineStr"><is><t>Listed on 25 Jan. 2001 (amended on 3 Sep. 2003)</t></is></c><c r="K2" t="inlineStr"><is><t>1 Road, Kabul, Afghanistan</t></is></c></row>
            <row r="3"><c r="A3" t="inlineStr"><is><t>2a</t></is></c><c r="B3" t="inlineStr"><is><t>محمد</t></is></c><c r="C3" t="inlineStr"><is><t>Individual</t></is></c><c r="D3" t="inlineStr"><is><t>Original Script</t></is></c><c r="F3" t="inlineStr"><is><t>Approximately 1963, 30/01/1972</t></is></c></row>
            <row r="4"><c r="A4" t="inlineStr"><is><t>2b</t></is></c><c r="B4" t="inlineStr"><is><t>Weak One</t></is></c><c r="C4" t="inlineStr"><is><t>Individual</t></is></c><c r="D4" t="inlineStr"><is><t>Alias</t></is></c><c r="E4" t="inlineStr"><is><t>Weak</t></is></c><c r="F4"><v>1945</v></c></row>
            <row r="5"><c r="A5"><v>3</v></c><c r="B5" t="inlineStr"><is><t>FIRM LTD</t></is></c><c r="C5" t="inlineStr"><is><t>Entity</t></is></c><c r="D5" t="s"><v>4</v></c></row>
            <row r="6"><c r="A6"><v>4</v></c><c r="B6" t="inlineStr"><is><t>SHIP ONE</t></is></c><c r="C6" t="inlineStr"><is><t>Vessel</t></is></c><c r="D6" t="s"><v>4</v></c><c r="H6"><v>9.826902E6</v></c></row>
            </sheetData></worksheet>
            """;

    static final String AU_SHEET = SHEET;

    /** A workbook around a sheet. */
    static byte[] workbook(String sheet) {
        return workbookOf(utf8(sheet));
    }

    static byte[] workbookOf(byte[] sheet) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part("[Content_Types].xml", "<Types/>", zip);
            part(
                    "xl/workbook.xml",
                    "<workbook xmlns:r=\"r\"><sheets><sheet name=\"List\" sheetId=\"1\" r:id=\"rId7\"/></sheets></workbook>",
                    zip);
            part(
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"rId7\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
                    zip);
            part("xl/worksheets/sheet1.xml", sheet, zip);
            part(
                    "xl/sharedStrings.xml",
                    "<sst><si><t>Reference</t></si><si><t>Name of Individual or Entity</t></si><si><t>Type</t></si>"
                            + "<si><t>Name Type</t></si><si><r><t>Primary</t></r><r><t xml:space=\"preserve\"> Name</t></r></si></sst>",
                    zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void part(String name, String text, ZipOutputStream zip) throws IOException {
        part(name, utf8(text), zip);
    }

    private static void part(String name, byte[] bytes, ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    /** The text of a format, which for a workbook is that of its sheet. */
    static String text(ListSource.Format format) {
        return format == ListSource.Format.AU_DFAT_XLSX
                ? AU_SHEET
                : format == ListSource.Format.OFSI_CSV ? OFSI_CSV : new String(bytes(format), StandardCharsets.UTF_8);
    }

    /** A changed text as the file of its format. */
    static byte[] file(ListSource.Format format, String text) {
        return format == ListSource.Format.AU_DFAT_XLSX ? workbook(text) : utf8(text);
    }

    /** The file of a format, in its usual encoding. */
    static byte[] bytes(ListSource.Format format) {
        return switch (format) {
            case OFAC_SDN_CSV -> utf8(OFAC_SDN);
            case OFAC_XML -> utf8(OFAC_XML);
            case OFAC_ENHANCED_XML -> utf8(OFAC_ENHANCED_XML);
            case OFAC_ADVANCED_XML -> utf8(OFAC_ADVANCED_XML);
            case UK_SL_XML -> utf8(UK_SL_XML);
            case UK_SL_CSV -> utf8(UK_SL_CSV);
            case OFSI_CSV -> OFSI_CSV.getBytes(Charset.forName("windows-1252"));
            case EU_FSF_XML -> utf8(EU_FSF_XML);
            case EU_FSF_CSV -> utf8(EU_FSF_CSV);
            case CH_SECO_XML -> utf8(CH_SECO_XML);
            case CA_SEMA_XML -> utf8(CA_SEMA_XML);
            case JP_METI_JSON -> utf8(JP_METI_JSON);
            case BIS_DPL_TXT -> utf8(BIS_DPL_TXT);
            case AU_DFAT_XLSX -> workbook(AU_SHEET);
            case UN_XML -> utf8(UN_XML);
            default -> throw new IllegalArgumentException("there is no sample of " + format);
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
