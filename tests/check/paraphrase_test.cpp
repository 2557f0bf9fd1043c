#include "support/judge.hpp"

using namespace motaudit;
using test::judged;

namespace {

struct Case {
    Channel channel;
    std::string text;
};

} // namespace

TEST_CASE("a concern summed up in the agent's words counts, however it is begun and wherever in the turn it stands") {
    const Case cases[] = {
        {Channel::chat,
         "C: my find n3 wont fold flat anymore, the hinge is stiff since it fell\n"
         "A: Just so we're on the same page, the hinge got stiff after the fall and the phone no longer folds flat?"},
        {Channel::chat, "C: I ordered two chargers and only one was in the box.\nA: Right, so one charger is missing from your "
                        "order. Let me look into it."},
        {Channel::chat, "C: every time i take a selfie the flash goes off even when i turn it off\n"
                        "A: Thanks for that. The flash keeps firing on selfies although you've switched it off, yeah?"},
        {Channel::inbound,
         "C: yeah hi um my phone keeps saying storage full but ive deleted like everything\n"
         "A: no worries so even though you've cleared everything out it's still telling you the storage is full is that it"},
        {Channel::inbound, "C: hello the earbuds i bought last week one side is very soft only\n"
                           "A: okay ma'am noted that one side of your earbuds is much softer than the other"},
        {Channel::inbound, "C: the repair shop told me two days and now its three weeks and nobody calls me\n"
                           "A: to recap sir your handset has been in the workshop for three weeks against the two days promised "
                           "and no one has called you"},
        {Channel::email, "C: The alarm did not ring this morning although it was set, and I missed my flight.\n"
                         "A: Dear Mr Tan,\n\nThank you for writing to us. You have told us that the alarm stayed silent this "
                         "morning and that you missed your flight because of it.\n\nCould you tell us your model?"},
        {Channel::email, "C: Since the update my mail app shows no notifications at all.\n"
                         "A: Dear Ms Nel,\n\nI see that notifications from your mail app stopped after the update.\n\nPlease send "
                         "us a screenshot."},
        {Channel::chat, "C: can i still return the tablet if i opened it?\nA: I have here that you'd like to return an opened "
                        "tablet. Is my understanding correct?"},
        {Channel::chat, "C: fingerprint reader not reading my thumb at all since i put on a screen protector\n"
                        "A: From what you've told me, the reader stopped recognising your thumb once the protector was on."},
        {Channel::chat, "C: my mother in law cant hear me when i call her but i can hear her\n"
                        "A: Ok so basically she comes through fine but your voice doesn't reach her. What model is it?"},
        {Channel::chat, "C: phone gets super warm during video calls, like can't hold it\nA: Sounds like the phone is overheating "
                        "whenever you're on a video call."},
        {Channel::chat, "C: i want to switch from my old reno to the new one and keep my whatsapp chats\n"
                        "A: If I'm following, you're moving to a new Reno and want your WhatsApp chats to come along."},
        {Channel::inbound, "C: my bill says i paid three hundred but the price on the site was two fifty\n"
                           "A: allow me to verify so you were charged three hundred while the website shows two fifty correct"},
        {Channel::inbound,
         "C: good day my phone it is always restarting on its own when i am on whatsapp\n"
         "A: okay so you mentioned that the phone is restarting by itself when you use whatsapp please bear with me let me check"},
        {Channel::inbound, "C: i bought the phone in dubai and now in manila they tell me no warranty\n"
                           "A: i see sir so your unit was purchased in dubai and you are being told here in manila that the "
                           "warranty is not honoured may i have your imei please"},
        {Channel::chat, "C: The voucher code SUMMER10 isn't accepted at checkout.\nA: I understand your voucher is being rejected "
                        "when you check out. Which item is in your cart?"},
        {Channel::chat, "C: My son dropped the tablet in the bath and now it doesn't charge\n"
                        "A: Oh dear! So it took a bath and since then it won't take a charge. Have I got that right?"},
        {Channel::chat, "C: I need an invoice with my company name on it for order 4471\nA: Understood, you need the invoice for "
                        "your order reissued in your company's name."},
        {Channel::chat, "C: hi, whenever i plug in android auto it disconnects after a minute or so\n"
                        "A: Correct me if I'm wrong: Android Auto drops out about a minute after you plug the phone in?"},
        {Channel::email, "C: I sent my phone in for a cracked back in March and it came back with a scratched frame.\n"
                         "A: Hi Sipho,\n\nMy understanding is that the phone went in for its back glass and was returned with "
                         "scratches on the frame.\n\nI have asked the workshop for photos."},
        {Channel::email, "C: Please close my account and delete my data.\n"
                         "A: Dear Mrs Okafor,\n\nThank you for your message. You are asking us to delete your data and close the "
                         "account you hold with us.\n\nWe have passed this to our privacy team."},
        {Channel::email, "C: The camera of my Reno8 makes everything blue in daylight.\n"
                         "A: Dear Ravi,\n\nWe acknowledge your concern regarding the photos of your Reno8 turning out blue in "
                         "daylight.\n\nMay we have a sample photo?"},
        {Channel::social, "C: @OPPO my A57 hasnt got the december patch, everyone else has!!\n"
                          "A: Hi there! We hear you, your A57 is still waiting for the December patch while others already have "
                          "theirs. DM us your region?"},
        {Channel::chat, "C: sim 2 is greyed out after i reset network settings\nA: Let me repeat that back: since the network "
                        "reset, your second SIM can't be selected."},
        {Channel::chat, "C: The strap of my watch tore and I can't find a spare one anywhere.\nA: Gotcha, your watch strap has "
                        "torn and you're after a replacement."},
        {Channel::chat, "C: i get 2 emails a day from your shop and unsubscribe doesnt work\n"
                        "A: Just checking I've understood: our newsletters keep coming even though you've unsubscribed?"},
        {Channel::inbound, "C: i changed my number and now i cant get the code to log in\n"
                           "A: got it so the code is going to your old number and that's why you can't log in am i right"},
        {Channel::inbound, "C: the vacuum cleaner i bought with the points it never came and the points are gone\n"
                           "A: alright so your points were deducted but the item was never delivered okay let me pull that up"},
        {Channel::inbound, "C: so basically the screen has a green line down the middle since i updated it\n"
                           "A: mm hmm so there's a green line on the screen and it showed up right after the update yeah"},
        {Channel::inbound, "C: my phone was stolen in the taxi can you block it\n"
                           "A: so sorry to hear that so someone took your phone in a taxi and you'd like it blocked"},
        {Channel::chat, "C: Is the 80W charger of the Find X7 ok for my Enco case? It says 5V only\n"
                        "A: Good question! You're wondering whether an 80W charger could harm an Enco case that takes 5V."},
        {Channel::chat,
         "C: my gf's phone n mine cant share files, keeps failing at 99%\n"
         "A: Thank you for explaining. In other words the transfer between the two phones fails just before it finishes?"},
        {Channel::chat, "C: Hello. I paid by bank transfer on Monday, order still shows unpaid.\n"
                        "A: Hello Siti! I gather the transfer was made on Monday but your order is still marked unpaid. I'll chase "
                        "this up for you."},
        {Channel::chat, "C: keyboard vibrates so loud when typing how to stop\nA: So you'd like to turn off the vibration when you "
                        "type. No problem!"},
        {Channel::email, "C: I bought two phones for my daughters. On both, the parental control lets them install any game.\n"
                         "A: Dear Ms Hartono,\n\nTo make sure we are addressing the right thing: both phones let your daughters "
                         "install games although parental control is on.\n\nWe will test it."},
        {Channel::email, "C: I've asked three times for a call back about my broken Watch X. Nothing.\n"
                         "A: Hello Gareth,\n\nYou contacted us three times about your broken Watch X and were never called back. "
                         "That should not have happened."},
        {Channel::outbound,
         "A: Good afternoon, this is Ana from OPPO, you had written to us?\nC: yes the phone does not show my contacts any more "
         "after i changed to the new sim\n"
         "A: I see so what happened is the contacts disappeared from the phone after the sim was replaced do i have that right"},
        {Channel::chat, "C: Screen burn in after 4 months, i can see the keyboard all the time\n"
                        "A: I'm noting down: after four months the keyboard has burnt into the display and stays visible."},
        {Channel::chat, "C: I was promised a free case with my preorder, it wasn't there\n"
                        "A: I hear you. You were supposed to get a free case with the preorder and it wasn't included."},
        {Channel::chat, "C: my a98 stopped making the beep when locking since i changed the ringtone\n"
                        "A: Okay! Am I reading this correctly: changing your ringtone also silenced the lock sound?"},
        {Channel::chat, "C: got 3 sms from ur store for stuff i never ordered\nA: Oh dear. Three texts about orders that aren't "
                        "yours, is that it?"},
        {Channel::chat, "C: i pay insurance monthly and the claim for my smashed screen was rejected\n"
                        "A: I want to make sure I have the full picture. Your screen was smashed, you claimed on the insurance and "
                        "it was turned down."},
        {Channel::chat, "C: everytime i open the camera it says camera failed\nA: Thanks for the details, Musa! So whenever the "
                        "camera is opened you get the message that it failed, is it?"},
        {Channel::chat, "C: hi i wana know if x7 works w dual esim in nz\nA: Hi Tane! So the question is whether two eSIMs can be "
                        "used on the X7 in New Zealand."},
        {Channel::chat, "C: the trade-in quote was 200 but after you got my phone it is 80?!\nA: I see, you were quoted 200 for "
                        "the trade-in and only 80 is being offered now that we've received the phone."},
        {Channel::chat, "C: my speakers sound like a broken radio when i play music\nA: If I've got it right, music comes out "
                        "crackly, like from a broken radio?"},
        {Channel::chat, "C: i deleted my wedding pics by accident, are they gone forever?\nA: Oh no. You've accidentally deleted "
                        "the photos of your wedding and you're hoping to get them back."},
        {Channel::chat, "C: i press the power button and it just vibrates, black screen\nA: So it vibrates when you press the "
                        "button but nothing shows up on the display."},
        {Channel::chat, "C: why does my phone show 4G when i pay for 5G?\nA: Let me see if I follow: your plan is 5G, yet the "
                        "phone only ever shows 4G."},
        {Channel::inbound,
         "C: good afternoon i bought the reno for my wife and the gift card that was in the offer did not come\n"
         "A: okay sir just to reconfirm you purchased the reno and the gift card which was part of the offer you have not got it"},
        {Channel::inbound, "C: ya my phone ah cannot on already since last night charge also no use\n"
                           "A: i see so since last night cannot switch on and charging also doesn't help let me check for you ya "
                           "may i know your name"},
        {Channel::inbound, "C: yeah g'day the alarm on me phone's not going off in the mornings been late for work twice\n"
                           "A: ah that's no good so your alarm's failed to go off and made you late for work a couple of times is "
                           "that what's happening"},
        {Channel::inbound, "C: my data is finishing too fast since i updated this phone i dont even use it\n"
                           "A: alright ma so what you are saying is that since the update your data is getting exhausted quickly "
                           "even when you are not using it"},
        {Channel::inbound, "C: the folding screen has a bubble right in the crease\nA: right so if i've understood there's a "
                           "bubble that has come up along the crease of the folding screen"},
        {Channel::inbound,
         "C: i cannot find the app for the watch in the store it says not compatible\n"
         "A: thank you for that so the watch app is showing as not compatible in the store when you try to get it correct"},
        {Channel::inbound, "C: i returned the tablet two weeks ago and still no refund\nA: so the tablet went back two weeks ago "
                           "and you haven't seen the refund yet okay let me look into that for you"},
        {Channel::email,
         "C: The replacement unit you sent me has the same fault: the lower third of the screen does not react to touch.\n"
         "A: Dear Mr Adeyemi,\n\nThank you for getting back to us. As I gather from your message, the replacement shows the same "
         "fault as before: the bottom of the screen does not respond.\n\nWe will arrange a collection."},
        {Channel::email, "C: Your technician scratched the housing when he replaced the battery and now denies it.\n"
                         "A: Dear Mrs Lim,\n\nYou write that the housing was scratched while the battery was being replaced and "
                         "that the technician denies this.\n\nI have opened an inquiry."},
        {Channel::email, "C: I would like to buy 40 tablets for our school. Is there an education price, and can they be delivered "
                         "in one shipment by 1 July?\n"
                         "A: Hello Ms Brandt,\n\nYou are planning to equip your school with 40 tablets, in one delivery by 1 July, "
                         "and would like to know whether we have an education price.\n\nOur business team will reply."},
        {Channel::email, "C: After the update, Bluetooth in my car cuts out every few minutes.\n"
                         "A: Hi Tom,\n\nSo the Bluetooth link to your car has been dropping every few minutes ever since you "
                         "updated.\n\nCould you tell us the make of the car?"},
        {Channel::social, "C: @OPPO paid for express shipping, parcel still in warehouse after 6 days. joke\n"
                          "A: Hi Dan, so you paid for express and six days later the parcel hasn't even left the warehouse. That's "
                          "not on. Please DM us your order number."},
        {Channel::chat, "C: my kid bought 60 dollars of coins in a game from the app market, i want it back\nA: I understand that "
                        "your child spent 60 dollars on game coins and you're seeking a refund of that."},
        {Channel::chat, "C: the back cover is coming off, i can see inside\nA: Allow me to rephrase: the rear cover is lifting so "
                        "far that the inside shows. Correct?"},
        {Channel::chat, "C: is there any way to record calls without the other person hearing the announcement\nA: To put it "
                        "simply, you want calls recorded without the announcement being played, right?"},
        {Channel::chat, "C: cant hear notification sounds when headset is in\nA: Hi Ji-woo. That means the notifications go silent "
                        "as soon as the headset is plugged in, if I see it correctly."},
        {Channel::chat, "C: Delivery guy left my parcel at a neighbour i dont know. No note.\n"
                        "A: That's annoying, I'm sorry. The courier handed your parcel to a neighbour you don't know and didn't "
                        "leave a card, right?"},
        {Channel::chat, "C: is my old charger safe with new phone? its 20w\nA: Ok, let me just make sure I got you: you've an "
                        "older 20W charger and wonder if it's safe for the new phone."},
        {Channel::chat, "C: updated yesterday, now battery gone by lunch\nA: Thanks Wanjiru. Since yesterday's update the battery "
                        "only lasts until midday, do I see that right?"},
        {Channel::chat, "C: wrong colour!! i ordered blue u sent pink\nA: Oops! You got the pink one instead of the blue one you "
                        "ordered. Let me make this right."},
        {Channel::chat, "C: i cant find where to turn off the ads on lock screen\nA: I understand that you want to get rid of the "
                        "ads on your lock screen. Let me guide you."},
        {Channel::chat, "C: my order says delivered but nothing here\nA: I see that your order is marked as delivered, but you "
                        "have not received it."},
        {Channel::chat, "C: the phone restarts in my pocket all the time and calls people\nA: So let me get this straight, it's "
                        "restarting and even calling people while it's in your pocket?"},
        {Channel::chat,
         "C: the pen of my pad doesn't write at the edges\nA: Your pen isn't writing near the edges of the Pad, am I correct?"},
        {Channel::inbound,
         "C: hello yes my phone is not receiving any otp from the bank since three days\n"
         "A: yes sir so your concern is that the otp messages from the bank are not coming for three days right sir"},
        {Channel::inbound, "C: i have paid for the repair but the workshop they say it is not paid\n"
                           "A: okay so let me get that clear you've made the payment for the repair and the workshop is telling "
                           "you nothing was received"},
        {Channel::inbound,
         "C: um so i got this new phone for christmas and i can't get my photos off the old one cause the screen's dead\n"
         "A: oh bummer okay so the old one's screen is dead and you're wanting to get your photos across to the new phone"},
        {Channel::inbound,
         "C: it's about my father's phone he can't hear anybody unless it's on loudspeaker\n"
         "A: right so for your dad the earpiece has gone quiet and he only hears people when it's on loudspeaker"},
        {Channel::inbound,
         "C: the shop won't give me my money back they say talk to oppo\n"
         "A: i understand so the store refused the refund and they directed you to us am i getting that right sir"},
        {Channel::inbound, "C: my screen time app is blocking whatsapp for my kid even when the limit is not reached\n"
                           "A: thank you for sharing that ma'am so the limit isn't reached yet but whatsapp gets blocked on your "
                           "child's phone already"},
        {Channel::inbound,
         "C: selamat pagi i want to ask my reno five can get android fourteen or not\n"
         "A: selamat pagi sir so you want to ask if the reno five will get android fourteen yeah okay let me check"},
        {Channel::outbound,
         "A: Hello, calling about your complaint.\nC: yes the shop in Durban kept my phone for a month and gave it back with no "
         "sim tray\n"
         "A: okay so the phone was kept for a month and when you got it back the sim tray was missing have i understood you"},
        {Channel::email, "C: I ordered the red strap on 3 June. You delivered a green one and charged me for two.\n"
                         "A: Dear Ms Ferrari,\n\nThank you for letting us know that you received a green strap in place of the red "
                         "one and that two were charged.\n\nA refund is on its way."},
        {Channel::email, "C: My phone's GPS jumps by half a mile so I can't use it for work.\n"
                         "A: Dear Ade,\n\nYour location jumping by half a mile makes navigation at work impossible, as you "
                         "explain.\n\nPlease calibrate the compass."},
        {Channel::email, "C: The tablet's keyboard cover keeps disconnecting when I type fast.\n"
                         "A: Hello Mr Pillay,\n\nWe have noted your report that the keyboard cover loses its connection during "
                         "fast typing.\n\nA replacement is being prepared."},
        {Channel::social, "C: @OPPO night mode pics look green since update, any1 else??\nA: Hey! Sorry about that. To check we've "
                          "got you: your night shots have turned greenish since the update?"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(judged("paraphrase.used", c.text, c.channel).verdict == Verdict::yes);
    }
}

TEST_CASE("questions, solutions, bare subjects, items read back and comfort sum nothing up") {
    const Case cases[] = {
        {Channel::chat, "C: my find n3 wont fold flat anymore, the hinge is stiff since it fell\nA: When did you buy the phone, "
                        "and has the hinge been opened before?"},
        {Channel::chat, "C: I ordered two chargers and only one was in the box.\nA: Right, so the order number please?"},
        {Channel::chat, "C: every time i take a selfie the flash goes off even when i turn it off\nA: So you can turn off the "
                        "flash in the camera settings."},
        {Channel::inbound,
         "C: yeah hi um my phone keeps saying storage full but ive deleted like everything\n"
         "A: no worries so what you want to do is open settings and then storage and clear the cache of the apps"},
        {Channel::inbound, "C: the earbuds i bought last week one side is very soft only\nA: okay so your number is zero four one "
                           "two five five five zero one nine is that right"},
        {Channel::email, "C: The alarm did not ring this morning although it was set.\n"
                         "A: Dear Mr Tan,\n\nThank you for your email regarding the alarm of your phone.\n\nPlease check that the "
                         "alarm volume is up and that Do Not Disturb is off."},
        {Channel::email, "C: Since the update my mail app shows no notifications at all.\n"
                         "A: Dear Ms Nel,\n\nWe understand your frustration and apologise for the inconvenience.\n\nPlease allow "
                         "notifications for the mail app."},
        {Channel::chat,
         "C: can i still return the tablet if i opened it?\nA: Yes, you can return a tablet that was opened within 14 days."},
        {Channel::chat, "C: fingerprint reader not reading my thumb since i put on a screen protector\nA: Let me confirm your "
                        "email address first: lee@example.com, correct?"},
        {Channel::chat,
         "C: phone gets super warm during video calls\nA: Don't worry, a bit of warmth during video calls is normal."},
        {Channel::chat, "C: i want to switch from my old reno to the new one and keep my whatsapp chats\nA: Great choice! Which "
                        "Reno do you have now?"},
        {Channel::inbound, "C: my bill says i paid three hundred but the price on the site was two fifty\nA: okay thank you for "
                           "that let me check the bill for you"},
        {Channel::inbound, "C: my phone it is always restarting on its own when i am on whatsapp\nA: have you tried to update "
                           "whatsapp or does it restart with other apps as well"},
        {Channel::chat,
         "C: The voucher code SUMMER10 isn't accepted at checkout.\nA: I'd be happy to help you with your voucher today!"},
        {Channel::chat, "C: My son dropped the tablet in the bath and now it doesn't charge\nA: Oh no, I'm so sorry to hear that! "
                        "Is the tablet dry now?"},
        {Channel::chat,
         "C: I need an invoice with my company name on it\nA: Sure, just to confirm, what is the name of your company?"},
        {Channel::chat, "C: hi, android auto disconnects after a minute\nA: This happens when the cable is too long. A shorter "
                        "cable keeps Android Auto connected."},
        {Channel::email, "C: Please close my account and delete my data.\nA: Dear Mrs Okafor,\n\nYour account has been closed and "
                         "your data were deleted."},
        {Channel::social, "C: @OPPO my A57 hasnt got the december patch, everyone else has!!\nA: Hi! The December patch is rolled "
                          "out in stages and will reach your A57 soon."},
        {Channel::chat, "C: sim 2 is greyed out after i reset network settings\nA: I have reset your SIM from our side, so the "
                        "second SIM should work again, right?"},
        {Channel::inbound, "C: i changed my number and now i cant get the code to log in\nA: so once you log in you will get the "
                           "code on the new number okay"},
        {Channel::inbound, "C: my phone was stolen in the taxi can you block it\nA: so sorry about that okay so you will need to "
                           "get a police report first"},
        {Channel::chat, "C: Screen burn in after 4 months\nA: I understand. Could you please send us a photo of the screen?"},
        {Channel::chat, "C: keyboard vibrates so loud when typing how to stop\nA: Hi, thanks for reaching out about the keyboard! "
                        "Go to Settings > Sound and turn the vibration off."},
        {Channel::chat, "C: I was promised a free case with my preorder, it wasn't there\nA: According to our policy, a free case "
                        "is only sent with preorders placed before June."},
        {Channel::chat, "C: my a98 stopped making the beep when locking since i changed the ringtone\nA: To confirm, which "
                        "ringtone did you choose?"},
        {Channel::chat,
         "C: got 3 sms from ur store for stuff i never ordered\nA: Can I confirm the mobile number the messages were sent to?"},
        {Channel::chat, "C: i pay insurance monthly and the claim for my smashed screen was rejected\nA: I understand how "
                        "upsetting that must be. Let me see what I can do for you."},
        {Channel::chat, "C: everytime i open the camera it says camera failed\nA: So the first thing to try is clearing the data "
                        "of the camera app."},
        {Channel::chat, "C: hi i wana know if x7 works w dual esim in nz\nA: Yes, the X7 works with dual eSIM in New Zealand, so "
                        "you can keep both numbers."},
        {Channel::chat, "C: the trade-in quote was 200 but after you got my phone they only offer 80\nA: The quote depends on the "
                        "condition. If the phone you sent has scratches, the trade-in value is reduced."},
        {Channel::chat, "C: my speakers sound like a broken radio when i play music\nA: Does it crackle with headphones too, or is "
                        "it only the speakers when you play music?"},
        {Channel::chat, "C: i deleted my wedding pics by accident, are they gone forever?\nA: Don't worry, photos that you deleted "
                        "stay in the recycle bin for 30 days."},
        {Channel::chat, "C: i press the power button and it just vibrates, black screen\nA: Okay, please hold the power button and "
                        "volume up for ten seconds until it vibrates."},
        {Channel::chat, "C: why does my phone show 4G when i pay for 5G?\nA: To be sure 5G works, you need a 5G plan and 5G has to "
                        "be turned on in the settings."},
        {Channel::inbound, "C: ya my phone ah cannot on already since last night charge also no use\nA: okay so can i have your "
                           "name first and the phone number please"},
        {Channel::inbound, "C: my data is finishing too fast since i updated this phone i dont even use it\nA: okay so i will need "
                           "you to go to settings and check which apps use the data in the background"},
        {Channel::inbound, "C: the folding screen has a bubble right in the crease\nA: so the screen is a part that is covered for "
                           "one year you can bring it to the service centre"},
        {Channel::inbound, "C: i cannot find the app for the watch in the store it says not compatible\nA: so just to verify your "
                           "email is paul at example dot com correct"},
        {Channel::inbound, "C: i returned the tablet two weeks ago and still no refund\nA: so refunds usually take up to fourteen "
                           "days once the tablet arrives in our warehouse"},
        {Channel::email,
         "C: The replacement unit you sent me has the same fault as the old one.\nA: Dear Mr Adeyemi,\n\nWe are sorry for the "
         "trouble with the replacement unit you received.\n\nPlease send it back with the enclosed label."},
        {Channel::email, "C: Your technician scratched the housing when he replaced the battery.\nA: Dear Mrs Lim,\n\nThank you "
                         "for your feedback about our technician. We take such reports very seriously."},
        {Channel::social, "C: @OPPO paid for express shipping, parcel still in warehouse after 6 days. joke\nA: Hi Dan, we'd like "
                          "to check on your parcel. Could you DM us your order number?"},
        {Channel::chat, "C: my kid bought 60 dollars of coins in a game from the app market, i want it back\nA: Noted. For "
                        "purchases in the App Market a refund is possible within 48 hours."},
        {Channel::chat, "C: the back cover is coming off, i can see inside\nA: I'd recommend that you stop using the phone. So as "
                        "not to damage it, don't press on the cover."},
        {Channel::chat, "C: cant hear notification sounds when headset is in\nA: Hi Ji-woo. Which headset are you using, and is it "
                        "Bluetooth or wired?"},
        {Channel::chat, "C: is my old charger safe with new phone? its 20w\nA: Yes, your old charger is safe, the new phone only "
                        "charges more slowly with it."},
        {Channel::chat, "C: updated yesterday, now battery gone by lunch\nA: After an update the battery needs a few days to "
                        "settle, you should see it improve."},
        {Channel::chat,
         "C: wrong colour!! i ordered blue u sent pink\nA: I'm so sorry for the mix-up! I'll send you the blue one today."},
        {Channel::chat, "C: i cant find where to turn off the ads on lock screen\nA: You can turn off the ads under Settings, Lock "
                        "screen, Magazine."},
        {Channel::chat, "C: my order says delivered but nothing here\nA: I'm checking your order now. Can you confirm your "
                        "delivery address for me?"},
        {Channel::chat, "C: why was i charged twice for the same case\nA: Hi Noor, I understand your concern about the charge. May "
                        "I have the order number?"},
        {Channel::inbound, "C: my phone is not receiving any otp from the bank since three days\nA: okay sir so is this happening "
                           "only with the bank or with other messages also"},
        {Channel::inbound, "C: i have paid for the repair but the workshop they say it is not paid\nA: okay so let me check the "
                           "payment for you can you tell me the repair number"},
        {Channel::inbound, "C: the shop won't give me my money back they say talk to oppo\nA: so the policy is that refunds are "
                           "done by the shop where you bought it sir"},
        {Channel::email, "C: How can I get the tax invoice in the name of my employer?\nA: Hi Kim,\n\nThank you for contacting "
                         "OPPO about your tax invoice.\n\nYou can change the name under My orders."},
        {Channel::email, "C: My phone's GPS jumps by half a mile.\nA: Dear Ade,\n\nWe regret the inconvenience this has caused you "
                         "at work.\n\nPlease calibrate the compass as shown below."},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(judged("paraphrase.used", c.text, c.channel).verdict == Verdict::no);
    }
}

TEST_CASE("the customer's yes marks a summing-up that nothing else does, and an answer to another question does not") {
    const struct {
        Case talk;
        Verdict verdict;
    } cases[] = {
        {{Channel::inbound, "C: my a seventeen is not reading the memory card\nA: so the phone cannot see the sd card any longer\n"
                            "C: yes madam"},
         Verdict::yes},
        {{Channel::inbound, "C: my a seventeen is not reading the memory card\nA: so the phone cannot see the sd card any longer\n"
                            "C: what should i do"},
         Verdict::no},
        {{Channel::chat, "C: The back camera is blurred.\nA: So the photos of the back camera are not sharp any more.\nC: exactly"},
         Verdict::yes},
        {{Channel::chat, "C: The back camera is blurred.\nA: So the policy covers cameras for a year. Do you have the receipt?\n"
                         "C: yes"},
         Verdict::no},
        {{Channel::chat, "C: The back camera is blurred.\nA: So please clean the glass.\nC: yes ok"}, Verdict::no},
        {{Channel::chat, "C: The back camera is blurred.\nA: So your number is 0412 555 010?\nC: yes"}, Verdict::no},
    };
    for (const auto& c : cases) {
        CAPTURE(c.talk.text);
        CHECK(judged("paraphrase.used", c.talk.text, c.talk.channel).verdict == c.verdict);
    }
}
