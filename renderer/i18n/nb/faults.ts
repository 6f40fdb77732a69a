import { type FaultTexts } from '../fault-texts.ts';

export const faults = {
  declined: {
    generic: {
      what: 'Kortutstederen sa nei.',
      next: 'Be kunden om et annet kort eller en annen måte å betale på.',
    },
    'insufficient-funds': {
      what: 'Det er ikke nok penger på kortet.',
      next: 'Be kunden om et annet kort eller en annen måte å betale på.',
    },
    'expired-card': { what: 'Kortet er utløpt.', next: 'Be kunden om et annet kort.' },
    pin: {
      what: 'PIN-koden til kortet var feil eller manglet.',
      next: 'Prøv igjen; kunden setter inn kortet og taster PIN-koden.',
    },
    limit: {
      what: 'Beløpet eller antallet betalinger er over grensen for kortet.',
      next: 'Be kunden om et annet kort eller en annen måte å betale på.',
    },
    'restricted-card': {
      what: 'Kortet kan ikke brukes til dette.',
      next: 'Be kunden om et annet kort eller en annen måte å betale på.',
    },
    verification: {
      what: 'Kortutstederen kunne ikke bekrefte hvem kunden er.',
      next: 'Prøv igjen med brikke og PIN-kode, eller be om et annet kort.',
    },
  },
  cancelled: {
    'at-till': { what: 'Avbrutt herfra.', next: 'Prøv igjen, eller gå tilbake til kurven.' },
    voided: {
      what: 'Reservasjonen ble opphevet herfra.',
      next: 'Ingen penger er trukket. Kundens bank kan vise den i noen dager.',
    },
    'at-terminal': { what: 'Avbrutt på terminalen.', next: 'Prøv igjen, eller gå tilbake til kurven.' },
  },
  terminal: {
    busy: {
      what: 'Terminalen er opptatt med noe annet.',
      next: 'Vent til skjermen på den er ledig, og prøv igjen.',
    },
    reserved: {
      what: 'Terminalen holdes av til en annen betaling med ukjent utfall.',
      next: 'Avklar den først, under Oppfølging.',
    },
    'not-active': {
      what: 'Dintero har ikke terminalen som aktiv.',
      next: 'Se under Terminaler hvilken status den har, og hva den venter på.',
    },
    gone: {
      what: 'Terminalen er ikke lenger i denne kontoen.',
      next: 'En leder kobler til en annen i Innstillinger.',
    },
    refused: {
      what: 'Dintero avviste betalingen før den nådde terminalen.',
      next: 'Prøv igjen. Skjer det på nytt, ring kundestøtte med koden.',
    },
    failed: {
      what: 'Betalingen mislyktes av en teknisk grunn.',
      next: 'Prøv igjen. Skjer det på nytt, start terminalen på nytt.',
    },
    'refund-running': {
      what: 'En annen refusjon pågår på dette salget.',
      next: 'Vent til den er ferdig, og les salget på nytt.',
    },
    'refund-refused': {
      what: 'Dintero avviste refusjonen.',
      next: 'Les salget på nytt og se hva som gjenstår. Skjer det igjen, ring kundestøtte med koden.',
    },
    'refund-declined': {
      what: 'Kortutstederen eller kunden sa nei til refusjonen.',
      next: 'Be om kortet som ble brukt, og prøv igjen. Ellers gir du pengene tilbake på en annen måte.',
    },
    'refund-card': {
      what: 'Kortet kan ikke ta imot penger lenger: det er utløpt, sperret eller avsluttet.',
      next: 'Gi pengene tilbake på en annen måte.',
    },
    'refund-failed': {
      what: 'Refusjonen mislyktes på terminalen eller hos kortutstederen.',
      next: 'Prøv igjen, med det samme kortet om det blir bedt om kort.',
    },
    'operation-running': {
      what: 'Terminalen holder allerede på med noe annet du ba om.',
      next: 'Vent til det er ferdig, og prøv igjen.',
    },
    'operation-reserved': {
      what: 'En betaling eller refusjon herfra står på terminalen.',
      next: 'Vent til den er ferdig, eller avklar den under Oppfølging. Prøv så igjen.',
    },
    'operation-busy': {
      what: 'Terminalen var opptatt med noe annet hele tiden. Ingenting ble startet.',
      next: 'Se på skjermen til terminalen. Prøv igjen når den er ledig.',
    },
    'operation-refused': {
      what: 'Dintero tar ikke imot dette for terminalen. Ingenting ble startet.',
      next: 'Se på terminalen i Backoffice. Ser alt riktig ut der, ring kundestøtte med koden.',
    },
  },
  setup: {
    login: {
      what: 'Dintero godtar ikke klient-ID-en og hemmeligheten.',
      next: 'Sjekk begge i Backoffice, under Innstillinger, API-klienter. En hemmelighet vises bare én gang; lag en ny om du er i tvil.',
    },
    rights: {
      what: 'API-klienten har ikke lov til dette.',
      next: 'Gi den tilgangen i Backoffice, under Innstillinger, API-klienter.',
    },
    account: {
      what: 'Dette hører til en annen konto enn den som er koblet til.',
      next: 'Sjekk konto-ID-en.',
    },
    'open-matters': {
      what: 'Betalinger eller refusjoner på den nåværende kontoen er ikke avklart.',
      next: 'Avklar dem under Oppfølging, eller vent på utfallet, før kassepunktet forlater kontoen.',
    },
    'reply-lost': {
      what: 'Svaret fra Dintero kom bort, så det er ukjent om dette ble gjort.',
      next: 'Se hva Dintero har nå, før du prøver en gang til.',
    },
    'store-refused': {
      what: 'Dintero godtok ikke butikken.',
      next: 'Kontroller organisasjonsnummeret: Det må være utbetalingsmottakerens.',
    },
    'terminal-refused': {
      what: 'Dintero godtok ikke dette.',
      next: 'Kontroller serienummeret mot etiketten på terminalen, og butikkens utbetalingsmottaker.',
    },
    locked: { what: 'Kassepunktet er låst.', next: 'Lås opp med PIN-koden din.' },
    denied: {
      what: 'Rollen din har ikke lov til dette.',
      next: 'En leder kan gjøre det, eller endre hvem som får lov i Innstillinger, under Personer og PIN-koder.',
    },
    'needs-approval': {
      what: 'En leder må godkjenne dette.',
      next: 'Prøv igjen med PIN-koden til en leder.',
    },
    'limit-amount': {
      what: 'Beløpet er høyere enn det som kan refunderes her.',
      next: 'Refunder i Backoffice.',
    },
    'limit-age': { what: 'Salget er for gammelt til å refunderes her.', next: 'Refunder i Backoffice.' },
    'limit-discount': { what: 'Rabatten er større enn noen får gi her.', next: 'Gi en mindre.' },
    'not-paired': { what: 'Kassepunktet er ikke koblet til.', next: 'Koble det til i Innstillinger.' },
    'payout-destination': {
      what: 'Butikkens utbetalingsmottaker er ikke klar til å ta imot betalinger.',
      next: 'Fullfør godkjenningen i Backoffice, og fortsett her.',
    },
    'seller-refused': {
      what: 'Dintero godtok ikke søknaden. Ingenting ble opprettet.',
      next: 'Sjekk organisasjonsnummeret, bankkontoen og selger-ID-en, og send på nytt.',
    },
    'seller-unsure': {
      what: 'Svaret fra Dintero kom bort, og selgeren står ikke i listen så langt. Den kan likevel være opprettet.',
      next: 'Vent litt, og se i listen igjen før du sender søknaden en gang til.',
    },
    'link-unsafe': {
      what: 'Denne lenken går ikke til en sikker side (https), så den åpnes ikke.',
      next: 'Åpne selgeren i Backoffice, eller ring kundestøtte med koden.',
    },
    'link-gone': {
      what: 'Denne lenken finnes ikke lenger.',
      next: 'Les selgeren på nytt.',
    },
    browser: {
      what: 'Siden kunne ikke åpnes i nettleseren på denne maskinen.',
      next: 'Skann QR-koden med en telefon.',
    },
    'keychain-missing': {
      what: 'Får ikke tak i nøkkelringen på denne maskinen.',
      next: 'På Linux: installer og start gnome-keyring eller KWallet. Start så Tillside på nytt.',
    },
    'keychain-locked': {
      what: 'Nøkkelringen på denne maskinen er låst.',
      next: 'Logg på maskinen med passord, eller lås opp nøkkelringen, og prøv igjen.',
    },
    'keychain-empty': {
      what: 'API-klientens hemmelighet er ikke i nøkkelringen på denne maskinen.',
      next: 'Koble til på nytt i Innstillinger.',
    },
    'secret-kept': {
      what: 'API-klientens hemmelighet kunne ikke slettes fra nøkkelringen på denne maskinen.',
      next: 'Slett oppføringene som heter Tillside der for hånd, eller lås opp nøkkelringen, og prøv igjen.',
    },
    unpaired: {
      what: 'Kassepunktet er koblet fra kontoen. API-klientene er slettet fra nøkkelringen, og journalen er tatt vare på.',
      next: 'For å se betalingene her igjen, koble kassepunktet til samme konto.',
    },
    journal: {
      what: 'Tillside får ikke skrevet i journalen sin.',
      next: 'Sjekk at disken har plass og kan skrives til. Ingen betaling kan starte før det.',
    },
    'journal-broken': {
      what: 'Journalen besto ikke kontrollen. Ingen salg eller refusjoner kan starte.',
      next: 'Vent til åpne betalinger er avklart, og start Tillside på nytt: Filen legges til side, og den nyeste sikkerhetskopien tas i bruk. Ring kundestøtte med koden.',
    },
    'journal-newer': {
      what: 'Journalen er skrevet av en nyere versjon av Tillside. Den er ikke rørt.',
      next: 'Installer den nyeste versjonen av Tillside. Ingen betaling kan starte før det.',
    },
    'journal-restored': {
      what: 'Journalen var skadet. Den er lagt til side, ingenting i den er overskrevet, og en sikkerhetskopi er tatt i bruk.',
      next: 'Betalinger etter sikkerhetskopien leses tilbake fra Dintero og havner under Oppfølging. Sammenlign med Backoffice før du selger, og ring kundestøtte med koden.',
    },
    'journal-begun-anew': {
      what: 'Journalen var skadet, og det fantes ingen brukbar sikkerhetskopi. Den er lagt til side, ingenting i den er overskrevet, og en ny er begynt.',
      next: 'Sammenlign de siste salgene med Backoffice før du selger, og ring kundestøtte med koden.',
    },
    'journal-backup': {
      what: 'Dagens sikkerhetskopi av journalen kunne ikke lages.',
      next: 'Sjekk at disken har plass. Salg påvirkes ikke.',
    },
    export: {
      what: 'Filen kunne ikke skrives.',
      next: 'Velg en annen mappe, og sjekk at disken har plass. Ingenting halvskrevet ligger igjen.',
    },
    network: { what: 'Får ikke kontakt med Dintero.', next: 'Sjekk nettverkskabelen eller Wi-Fi.' },
    'network-name': {
      what: 'Finner ikke adressen til Dintero.',
      next: 'Sjekk nettverket og DNS-en.',
    },
    'network-tls': {
      what: 'Får ikke en sikker forbindelse til Dintero.',
      next: 'Sjekk dato og klokkeslett på maskinen, og om noe filtrerer nettverket.',
    },
    'network-proxy': {
      what: 'Proxyen i nettverket slipper ikke gjennom til Dintero.',
      next: 'Be den som driver nettverket, om å tillate adressene til Dintero.',
    },
    'network-timeout': {
      what: 'Dintero svarte ikke i tide.',
      next: 'Sjekk nettverket, og prøv igjen.',
    },
    'not-ready': {
      what: 'Tillside logger fortsatt på hos Dintero.',
      next: 'Det tar et øyeblikk; prøv igjen.',
    },
    'rate-limited': { what: 'Dintero ber om en pause.', next: 'Vent litt, og prøv igjen.' },
    'dintero-down': { what: 'Dintero har et problem akkurat nå.', next: 'Vent litt, og prøv igjen.' },
    rejected: {
      what: 'Dintero godtok ikke forespørselen.',
      next: 'Prøv igjen. Skjer det på nytt, ring kundestøtte med koden.',
    },
    'not-found': {
      what: 'Dintero kjenner ikke dette.',
      next: 'Sjekk at det er i kontoen som er koblet til.',
    },
    answer: {
      what: 'Svaret fra Dintero kunne ikke leses.',
      next: 'Prøv igjen. Skjer det på nytt, ring kundestøtte med koden.',
    },
    'live-account': {
      what: 'Dette vinduet kan ikke bruke en konto med ekte penger.',
      next: 'Bruk en konto som begynner på T, eller kjør Tillside på Electron.',
    },
    'training-only': { what: 'Dette er bare for øvingsmodus.', next: '' },
    'settings-broken': {
      what: 'Filen med innstillinger var skadet. Den er lagt til side, og ingenting i den er overskrevet.',
      next: 'Koble til på nytt i Innstillinger. Salgene er ikke berørt.',
    },
    clock: {
      what: 'Klokken på denne maskinen går mer enn fem minutter feil.',
      next: 'Still dato og klokkeslett. Tidene som vises her, er feil til det er gjort.',
    },
    bug: {
      what: 'Noe gikk galt i selve Tillside.',
      next: 'Se i salgslisten før du tar betalt på nytt, og ring kundestøtte med koden.',
    },
  },
  unknown: {
    'reply-lost': {
      what: 'Svaret fra Dintero kom bort, så ingen vet ennå om den ble startet.',
      next: 'Tillside leter etter den og sender ikke på nytt. Se på skjermen til terminalen.',
    },
    deadline: {
      what: 'Det kom ikke noe utfall innen fristen.',
      next: 'Tillside fortsetter å spørre. Sjekk terminalen, utskriften og Backoffice.',
    },
    contradiction: {
      what: 'Det Dintero sier, stemmer ikke med denne betalingen.',
      next: 'Sjekk terminalen, utskriften og Backoffice, og ring kundestøtte med koden.',
    },
    'earlier-attempt': {
      what: 'En tidligere betaling for dette salget har ukjent utfall.',
      next: 'Avklar den først, eller ta betalt på nytt vel vitende om at kunden kan komme til å betale to ganger.',
    },
  },
  input: {
    required: { what: 'Fyll ut dette.', next: '' },
    'too-long': { what: 'Dette er for langt.', next: '' },
    'account-id': { what: 'En konto-ID er T eller P og åtte sifre, for eksempel T12345678.', next: '' },
    'organisation-number': { what: 'Et norsk organisasjonsnummer har ni sifre.', next: '' },
    'organisation-check-digit': {
      what: 'Dette er ikke et organisasjonsnummer: Det siste sifferet passer ikke til de andre.',
      next: 'Se etter et siffer som er feil, eller to som har byttet plass.',
    },
    'account-number': { what: 'Et norsk kontonummer har elleve sifre.', next: '' },
    'account-check-digit': {
      what: 'Dette er ikke et kontonummer: Det siste sifferet passer ikke til de andre.',
      next: 'Se etter et siffer som er feil, eller to som har byttet plass.',
    },
    iban: {
      what: 'Dette er ikke et IBAN.',
      next: 'Det begynner med de to bokstavene til landet, og er så langt som landet har bestemt.',
    },
    'iban-check-digits': {
      what: 'Dette er ikke et IBAN: Kontrollsifrene passer ikke til resten.',
      next: 'Se etter et siffer som er feil, eller to som har byttet plass.',
    },
    'seller-id': { what: 'En selger-ID består av bokstavene a til z, sifre, - og _.', next: '' },
    'seller-id-taken': { what: 'Kontoen har allerede en selger med denne ID-en.', next: 'Velg en annen.' },
    email: { what: 'Dette er ikke en e-postadresse.', next: '' },
    'phone-number': {
      what: 'Dette er ikke et telefonnummer.',
      next: 'Utenfor Norge: Begynn med landskoden, for eksempel +46.',
    },
    'birth-date': { what: 'Dette er ikke en fødselsdato.', next: 'Skriv den slik: 17.05.1980.' },
    'store-id': {
      what: 'En butikk-ID består av bokstavene a–z, sifre, bindestreker og understreker, høyst 40.',
      next: '',
    },
    'store-id-taken': { what: 'Det finnes alt en butikk med denne ID-en.', next: 'Velg en annen.' },
    'store-unknown': { what: 'Dintero kjenner ikke denne butikken lenger.', next: 'Velg en annen.' },
    'store-no-seller': {
      what: 'Butikken har ingen utbetalingsmottaker, så en terminal i den kan ikke ta imot betalinger.',
      next: 'Gi den en i Backoffice, eller velg en annen butikk.',
    },
    'organisation-of-seller': {
      what: 'Dintero godtok det ikke: Dette er ikke utbetalingsmottakerens organisasjonsnummer.',
      next: '',
    },
    'serial-letters': {
      what: 'Et serienummer har bare sifre.',
      next: 'Det står på etiketten på terminalen.',
    },
    'serial-length': { what: 'Et serienummer har 12 sifre.', next: '' },
    'serial-simulated': { what: 'En simulert terminal i denne kontoen heter noe annet.', next: '' },
    'serial-simulated-live': {
      what: 'En ekte konto har ingen simulerte terminaler.',
      next: 'Skriv inn serienummeret fra etiketten.',
    },
    'serial-taken': { what: 'Denne terminalen er alt registrert.', next: '' },
    amount: { what: 'Dette er ikke et beløp.', next: 'Tast det slik: 399,00.' },
    'amount-zero': { what: 'Beløpet må være over null.', next: '' },
    'amount-negative': {
      what: 'Beløpet kan ikke være negativt.',
      next: 'Skal penger tilbake, refunder salget.',
    },
    'amount-decimals': { what: 'Beløpet har for mange desimaler.', next: '' },
    'amount-too-large': { what: 'Beløpet er større enn Dintero kan ta imot.', next: '' },
    quantity: { what: 'Et antall er over 0, høyst 9 999, med opptil tre desimaler.', next: '' },
    'vat-rate': { what: 'En mva.-sats er fra 0 til 100 prosent, med opptil to desimaler.', next: '' },
    percent: { what: 'En prosent er et tall opp til 100, med opptil to desimaler.', next: '' },
    'discount-too-large': { what: 'Det er mer enn det som kan trekkes fra.', next: '' },
    'nothing-to-charge': {
      what: 'Etter rabattene er det ingenting igjen å betale.',
      next: 'En terminal kan ikke ta 0. Endre en rabatt, eller tøm kurven.',
    },
    'basket-empty': { what: 'Kurven er tom.', next: 'Legg til en vare eller et beløp først.' },
    'sale-paid': {
      what: 'Dette salget er allerede betalt.',
      next: 'Se på det under Salg.',
    },
    'basket-too-large': {
      what: 'Kurven ville bli større enn Dintero kan ta imot.',
      next: 'Del den i to salg.',
    },
    'basket-lines': { what: 'En kurv har plass til 100 linjer.', next: 'Del den i to salg.' },
    'pin-digits': { what: 'En PIN-kode er 4 til 12 sifre.', next: '' },
    'pin-repeat': { what: 'De to PIN-kodene er ikke like.', next: '' },
    'pin-wrong': { what: 'Dette er ikke riktig PIN-kode.', next: '' },
    'pin-locked': { what: 'For mange feil PIN-koder.', next: 'Vent, eller spør en annen leder.' },
    'not-a-manager': { what: 'Bare en leder kan godkjenne dette.', next: '' },
    'name-taken': {
      what: 'Noen her har dette navnet allerede.',
      next: 'Legg til en forbokstav eller et etternavn.',
    },
    'last-manager': {
      what: 'Dette er den eneste lederen.',
      next: 'Gjør noen andre til leder først.',
    },
    days: { what: 'Dette er et helt antall dager.', next: '' },
    'limit-order': {
      what: 'Øvre grense kan ikke være lavere enn grensen for leder.',
      next: 'Skriv et høyere tall.',
    },
    'idle-minutes': { what: 'Dette er et helt antall minutter fra 1 til 480.', next: '' },
    'approver-denied': { what: 'Denne personen kan ikke godkjenne det.', next: 'Velg en annen.' },
    'approver-self': { what: 'Ingen godkjenner dette for seg selv.', next: 'Velg en annen leder.' },
    address: { what: 'En adresse må begynne med https://.', next: '' },
    deadline: { what: 'Fristen er et helt antall sekunder, fra 120 til 600.', next: '' },
    choose: { what: 'Velg ett alternativ.', next: '' },
    'changed-meanwhile': {
      what: 'Dette er endret i mellomtiden.',
      next: 'Se på det igjen, og bestem deg da.',
    },
    'refund-over-remainder': { what: 'Dette er mer enn det som kan refunderes.', next: '' },
    'refund-line-over-remainder': { what: 'Dette er mer enn det som er igjen av linjen.', next: '' },
    'refund-nothing-left': { what: 'Det er ikke mer å refundere på dette salget.', next: '' },
    'refund-currency': {
      what: 'Dette salget ble betalt i en annen valuta enn kassens.',
      next: 'Refunder det på en kasse med den valutaen, eller i Backoffice.',
    },
    'refund-other-seller': {
      what: 'Pengene for dette salget gikk til en annen utbetalingsmottaker enn kassens.',
      next: 'Refunder det på en kasse for den mottakeren, eller i Backoffice.',
    },
    'payment-unknown': {
      what: 'Dintero kjenner ingen slik betaling på denne kontoen.',
      next: 'Sjekk referansen. Den kan tilhøre en annen konto.',
    },
    'refund-not-captured': {
      what: 'Bare en betaling som er trukket, kan refunderes.',
      next: 'Vent til pengene er trukket.',
    },
  },
} as const satisfies FaultTexts;

/** Lines that a fault's detail adds. */
export const faultDetails = {
  scope: 'Den trenger tilgangen {{scope}}.',
  digits_one: 'Dette har {{count}}.',
  digits_other: 'Dette har {{count}}.',
  example: 'For eksempel {{example}}.',
  sellersNumber: 'Det er {{number}}.',
  takenBy: 'Den er {{terminalId}}.',
  takenIn: 'Den er {{terminalId}}, i butikken {{storeId}}.',
  triesLeft_one: '{{count}} forsøk til før en pause.',
  triesLeft_other: '{{count}} forsøk til før en pause.',
  noTriesLeft: 'Det var én for mye: nå er det en pause.',
  openMatters_one: '{{count}} er åpen.',
  openMatters_other: '{{count}} er åpne.',
  waitSeconds: 'Ledig igjen om {{seconds}} s.',
  limit: 'Grensen er {{limit}}.',
  limitDays_one: 'Grensen er {{count}} dag.',
  limitDays_other: 'Grensen er {{count}} dager.',
  limitPercent: 'Grensen er {{limit}} %.',
  remaining: 'Det gjenstår {{amount}}.',
  most: 'Høyst {{most}} tegn.',
} as const;
